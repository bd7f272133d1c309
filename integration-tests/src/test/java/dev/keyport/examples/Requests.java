package dev.keyport.examples;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.http.okhttp.HostAuthorization;
import dev.keyport.jgit.KeyportCredentialsProvider;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** Sends a credential along with requests. */
public final class Requests {
  private Requests() {}

  /** With OkHttp. */
  public static OkHttpClient okHttp(Keyport keyport) {
    // begin: okhttp
    Host host = keyport.endpoints().apiHost();
    OkHttpClient client =
        HostAuthorization.bearer(host, keyport.cached(host, Duration.ofSeconds(30)))
            .install(new OkHttpClient.Builder())
            .build();
    // end: okhttp
    return client;
  }

  /** With JGit. */
  public static Git jgit(Keyport keyport, URI app, File folder) throws GitAPIException {
    // begin: jgit
    Git git =
        Git.cloneRepository()
            .setURI(app.toString())
            .setDirectory(folder)
            .setCredentialsProvider(KeyportCredentialsProvider.of(keyport))
            .call();
    // end: jgit
    return git;
  }

  /** With the JDK's client. */
  // begin: java-net-http
  static HttpResponse<String> get(HttpClient client, Keyport keyport, URI address)
      throws IOException, InterruptedException {
    Host host = Host.of(address);
    Optional<Credential> found = host.covers(address) ? keyport.find(host) : Optional.empty();
    HttpResponse<String> answer = client.send(request(address, found), BodyHandlers.ofString());
    if (answer.statusCode() == 401 && found.isPresent()) {
      Optional<Credential> other = keyport.findOther(host, found.get());
      if (other.isPresent()) {
        return client.send(request(address, other), BodyHandlers.ofString());
      }
    }
    return answer;
  }

  private static HttpRequest request(URI address, Optional<Credential> credential) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    credential.ifPresent(
        found -> request.header("Authorization", "Bearer " + found.secret().reveal()));
    return request.build();
  }
  // end: java-net-http
}
