package dev.keyport.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;

/**
 * The git host over SSH: a key of an account lets in, whatever the user name is, and git may be
 * asked for the account's apps. Nothing else is run. The host key is made anew at each start.
 */
final class SshHost implements Parts.Part {
  private static final Pattern COMMAND =
      Pattern.compile("git[- ](upload|receive)-pack '?/?([a-z][a-z0-9-]*)\\.git'?");
  private static final AttributeRepository.AttributeKey<UUID> KEY =
      new AttributeRepository.AttributeKey<>();
  private static final String MD5_PREFIX = "MD5:";

  private final State state;
  private final RequestLog log;
  private final GitRepositories repositories;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final ExecutorService workers = Executors.newCachedThreadPool(SshHost::worker);
  private final KeyPair hostKey = makeHostKey();

  private SshHost(State state, RequestLog log, GitRepositories repositories) {
    this.state = state;
    this.log = log;
    this.repositories = repositories;
  }

  /**
   * Starts a server.
   *
   * @param port the port; 0 for a free one
   * @throws IOException when the port can't be had; its message names the port
   */
  static SshHost start(
      Exposure exposure, int port, State state, RequestLog log, GitRepositories repositories)
      throws IOException {
    SshHost host = new SshHost(state, log, repositories);
    host.listen(exposure, port);
    return host;
  }

  int port() {
    return server.getPort();
  }

  /** The host key as OpenSSH writes it: its type, and its bytes in base64. */
  String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException failed) {
      throw new IllegalStateException("the SSH server does not stop", failed);
    } finally {
      workers.shutdownNow();
    }
  }

  private void listen(Exposure exposure, int port) throws IOException {
    server.setHost(exposure.address().getHostAddress());
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator((user, key, session) -> isKnown(key, session));
    server.setCommandFactory(this::command);
    try {
      server.start();
    } catch (BindException taken) {
      workers.shutdownNow();
      throw new IOException(
          "port " + port + " of " + server.getHost() + " can't be had: " + taken.getMessage(),
          taken);
    }
  }

  /** The last key asked about is the one that is then proven, and so the session's. */
  private boolean isKnown(PublicKey key, ServerSession session) {
    String fingerprint =
        KeyUtils.getFingerPrint(BuiltinDigests.md5, key).substring(MD5_PREFIX.length());
    Optional<SshKey> known =
        state.locked(
            () ->
                state.keys().stream()
                    .filter(candidate -> candidate.fingerprint().equals(fingerprint))
                    .findFirst());
    known.ifPresent(found -> session.setAttribute(KEY, found.id()));
    return known.isPresent();
  }

  private Command command(ChannelSession channel, String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.matches()) {
      return SshCommand.refused("Only git is served here.");
    }
    String service = command.group(1) + "-pack";
    String path = "/" + command.group(2) + ".git/git-" + service;
    try {
      UUID key = channel.getSession().getAttribute(KEY);
      App app = state.locked(() -> admit(Optional.ofNullable(key), command.group(2)));
      GitRepositories.Location location =
          repositories
              .prepare(app.name())
              .orElseThrow(() -> new GitRefusal(501, "The sandbox found no git."));
      log.add("ssh", request(path), 200);
      String repository = location.root().resolve(app.name() + ".git").toString();
      return SshCommand.running(
          GitProcess.builder(location.root(), List.of("git", service, repository)), workers);
    } catch (GitRefusal refusal) {
      log.add("ssh", request(path), refusal.answer().status());
      return SshCommand.refused(refusal.answer().body().strip());
    } catch (IOException failed) {
      return SshCommand.refused("The sandbox can't make the repository: " + failed.getMessage());
    }
  }

  /** The rules of git over HTTP, with a key in the place of a token. */
  private App admit(Optional<UUID> key, String name) {
    Account account =
        key.flatMap(state.keys()::find)
            .flatMap(found -> state.accounts().find(found.account()))
            .orElseThrow(GitRefusal::unauthorized);
    if (account.suspendedAt().isPresent()) {
      throw new GitRefusal(403, "Your account is suspended.");
    }
    App app = state.app(name).orElseThrow(() -> new GitRefusal(404, "There is no such app."));
    if (!app.owner().equals(account.id())) {
      throw new GitRefusal(403, "You do not have access to the app " + app.name() + ".");
    }
    return app;
  }

  private static ApiRequest request(String path) {
    return ApiRequest.of("SSH", URI.create(path));
  }

  /** Of a curve that every JDK and every OpenSSH of these years has. */
  private static KeyPair makeHostKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has the curve secp256r1", missing);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "sandbox-ssh-worker");
    thread.setDaemon(true);
    return thread;
  }
}
