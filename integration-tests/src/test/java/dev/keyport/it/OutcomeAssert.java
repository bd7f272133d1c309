package dev.keyport.it;

import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What tests say of outcomes. */
final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
  private static final Pattern STACK_TRACE =
      Pattern.compile("^\\s+at \\S+\\(|Exception|foresaw", Pattern.MULTILINE);

  private final Outcome outcome;

  private OutcomeAssert(Outcome outcome) {
    super(outcome, OutcomeAssert.class);
    this.outcome = outcome;
  }

  static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /** It ended with this status, and neither stream shows the inside of the program. */
  OutcomeAssert endsWith(int status) {
    Assertions.assertThat(outcome.exit()).as("exit status of %s", outcome).isEqualTo(status);
    Assertions.assertThat(outcome.all()).as("what %s wrote", outcome).doesNotContain("\tat ");
    Assertions.assertThat(STACK_TRACE.matcher(outcome.all()).find())
        .as("a stack trace in %s", outcome)
        .isFalse();
    return this;
  }

  OutcomeAssert succeeds() {
    return endsWith(0);
  }

  /** Standard output is exactly this, with names for secrets. */
  OutcomeAssert answers(String stdout) {
    Assertions.assertThat(outcome.stdout()).as("stdout of %s", outcome).isEqualTo(stdout);
    return this;
  }

  OutcomeAssert answersNothing() {
    return answers("");
  }

  OutcomeAssert tells(String... words) {
    Assertions.assertThat(outcome.stderr()).as("stderr of %s", outcome).contains(words);
    return this;
  }

  OutcomeAssert tellsNothing() {
    Assertions.assertThat(outcome.stderr()).as("stderr of %s", outcome).isEmpty();
    return this;
  }

  /** The message is one line that begins with the command's name; a hint may follow, indented. */
  OutcomeAssert tellsOneError() {
    Assertions.assertThat(outcome.stderr())
        .as("stderr of %s", outcome)
        .matches("keyport: [^\\n]+\\n(  [^\\n]+\\n)?");
    return this;
  }

  OutcomeAssert showsNoSecret() {
    Assertions.assertThat(Secrets.anyIn(outcome.all())).as("a secret in %s", outcome).isFalse();
    return this;
  }
}
