package dev.keyport.sandbox;

import java.util.Optional;

/** The pages of the browser login as HTML: forms with labels, no script, nothing from elsewhere. */
final class LoginHtml {
  private static final String TYPE = "text/html; charset=utf-8";
  private static final int REFUSED = 422;

  static final Answer UNKNOWN =
      page(404, "No such login", "<p>There is no login with this address. Start it again.</p>");
  static final Answer OVER =
      page(410, "This login is over", "<p>Start it again at the command line if you need to.</p>");
  static final Answer DENIED =
      page(200, "Login denied", "<p>The command was not let in. You can close this page.</p>");

  private LoginHtml() {}

  /** Email and password; the email typed before stays. */
  static Answer askPassword(BrowserLogin login, String email, Optional<String> problem) {
    return form(
        login,
        problem,
        """
        <p><label for="email">Email</label>
        <input id="email" name="email" type="email" value="%s" required autocomplete="username"%s></p>
        <p><label for="password">Password</label>
        <input id="password" name="password" type="password" required
          autocomplete="current-password"%s></p>
        <p><button name="action" value="log-in">Log in</button>
        """
            .formatted(escape(email), describedBy(problem), describedBy(problem)));
  }

  /** The code of a second factor, or a recovery code. */
  static Answer askCode(BrowserLogin login, String proof, Optional<String> problem) {
    return form(
        login,
        problem,
        """
        %s<p><label for="code">Two-factor code or recovery code</label>
        <input id="code" name="code" required autocomplete="one-time-code" spellcheck="false"%s></p>
        <p><button name="action" value="verify">Verify</button>
        """
            .formatted(hidden(proof), describedBy(problem)));
  }

  /** Whether to let the command in. */
  static Answer askConsent(BrowserLogin login, String proof, String email) {
    return form(
        login,
        Optional.empty(),
        """
        %s<p>You are logged in as <strong>%s</strong>. Whoever started this command can then do
        what you can do. Did you start it?</p>
        <p><button name="action" value="approve">Let it in</button>
        """
            .formatted(hidden(proof), escape(email)));
  }

  /** The end that was hoped for. */
  static Answer done(String email) {
    String body =
        "<p>The command is logged in as <strong>%s</strong>. You can close this page.</p>";
    return page(200, "Logged in", body.formatted(escape(email)));
  }

  /** A token to copy to the command line. */
  static Answer token(String email, String token) {
    return page(
        200,
        "Your access token",
        """
        <p>You are logged in as <strong>%s</strong>. Copy this to the command line:</p>
        <p><label for="token">Access token</label>
        <output id="token"><code>%s</code></output></p>
        """
            .formatted(escape(email), escape(token)));
  }

  /** A page without a form. */
  static Answer page(int status, String title, String body) {
    return Answer.text(
            status,
            TYPE,
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - Keyport sandbox</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 2rem auto; padding: 0 1rem; }
            label { display: block; }
            input, button { font: inherit; padding: 0.3rem 0.6rem; }
            [role=alert] { border-left: 0.3rem solid #b00020; padding-left: 0.6rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """
                .formatted(escape(title), escape(title), body))
        .with("Cache-Control", "no-store")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Answer form(BrowserLogin login, Optional<String> problem, String fields) {
    String alert =
        problem
            .map(text -> "<p id=\"problem\" role=\"alert\">" + escape(text) + "</p>\n")
            .orElse("");
    String intro =
        login.description().isEmpty()
            ? "<p>A command asks to be let in to an account.</p>\n"
            : "<p>A command asks to be let in to an account. It calls itself: <q>%s</q></p>\n"
                .formatted(escape(login.description()));
    return page(
        problem.isPresent() ? REFUSED : 200,
        "Log in",
        """
        %s%s<form method="post" action="%s">
        %s<button name="action" value="deny" formnovalidate>Deny</button></p>
        </form>
        """
            .formatted(intro, alert, BrowserPage.path(login), fields));
  }

  private static String hidden(String proof) {
    return "<input type=\"hidden\" name=\"proof\" value=\"" + escape(proof) + "\">\n";
  }

  private static String describedBy(Optional<String> problem) {
    return problem.isPresent() ? " aria-describedby=\"problem\" aria-invalid=\"true\"" : "";
  }
}
