package dev.keyport.sandbox;

/** The git host's refusal of a request on its way out: a status and a text for the person. */
final class GitRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  GitRefusal(int status, String message) {
    this(Answer.text(status, "text/plain; charset=utf-8", message + "\n"), message);
  }

  private GitRefusal(Answer answer, String message) {
    super(message, null, false, false);
    this.answer = answer;
  }

  /** No live token came: git asks its credential helpers when it sees the challenge. */
  static GitRefusal unauthorized() {
    String message = "Invalid credentials.";
    Answer answer = new GitRefusal(401, message).answer();
    return new GitRefusal(answer.with("WWW-Authenticate", Choices.GIT_CHALLENGE), message);
  }

  Answer answer() {
    return answer;
  }
}
