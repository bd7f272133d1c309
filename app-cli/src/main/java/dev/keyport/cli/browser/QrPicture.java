package dev.keyport.cli.browser;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text as a QR code of half blocks, two rows of the code to a line. */
public final class QrPicture {
  /** Light modules all round, which readers tell the code from its surroundings by. */
  private static final int MARGIN = 2;

  private static final String BLACK_ON_WHITE = "\u001b[30;107m";
  private static final String PLAIN = "\u001b[0m";

  private final QrCode code;

  private QrPicture(QrCode code) {
    this.code = code;
  }

  /** The picture; empty when the text is too long for one. */
  public static Optional<QrPicture> of(String text) {
    try {
      return Optional.of(new QrPicture(QrCode.encodeText(text, QrCode.Ecc.LOW)));
    } catch (DataTooLongException e) {
      return Optional.empty();
    }
  }

  /** How many columns it takes. */
  public int width() {
    return code.size + 2 * MARGIN;
  }

  /** How many lines it takes. */
  public int height() {
    return (width() + 1) / 2;
  }

  /**
   * Its lines.
   *
   * @param colored whether to say that it is black on white; else light modules are drawn in the
   *     terminal's own colour, which is right where that is the lighter one
   */
  public List<String> lines(boolean colored) {
    List<String> lines = new ArrayList<>();
    for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
      StringBuilder line = new StringBuilder(colored ? BLACK_ON_WHITE : "");
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        line.append(halves(isDark(x, y) == colored, isDark(x, y + 1) == colored));
      }
      lines.add(line.append(colored ? PLAIN : "").toString());
    }
    return lines;
  }

  /** Outside the code, what is asked for is light. */
  private boolean isDark(int x, int y) {
    return code.getModule(x, y);
  }

  private static char halves(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
