package dev.keyport.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The head of a CGI answer (RFC 3875 section 6.3).
 *
 * @param status the HTTP status; 200 when the program named none
 * @param headers names and values in order
 */
record CgiHead(int status, List<Map.Entry<String, String>> headers) {
  private static final int MAX_LINE = 8192;

  CgiHead {
    headers = List.copyOf(headers);
  }

  /**
   * Reads up to and with the empty line that ends the head.
   *
   * @throws IOException when the stream ends before that, or a line is not a header
   */
  static CgiHead read(InputStream in) throws IOException {
    int status = 200;
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("git's HTTP backend wrote a line that is no header");
      }
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equalsIgnoreCase("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        headers.add(Map.entry(name, value));
      }
    }
    return new CgiHead(status, headers);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0 || line.size() == MAX_LINE) {
        throw new EOFException("git's HTTP backend ended without an answer");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
