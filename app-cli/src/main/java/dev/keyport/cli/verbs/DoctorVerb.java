package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Wrapped;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.doctor.Diagnosis;
import dev.keyport.domain.doctor.Finding;
import dev.keyport.domain.doctor.Level;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = "Check what could explain a failed login, and say how to mend it.",
    footer = {
      "",
      "Each store is tried with a credential of no use to anybody, which is taken back.",
      "The exit status is 0 when nothing failed; warnings don't count.",
      "Else it is that of the failures, or 1 where they differ in kind.",
      "",
      "Examples:",
      "  keyport doctor",
      "  keyport doctor --json",
      "  keyport doctor --store keychain,netrc"
    })
public final class DoctorVerb implements Verb {
  private static final String INDENT = "    ";
  private static final int WORD = 10;

  /** With no options given. */
  public DoctorVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Diagnosis diagnosis = use.diagnose().run();
    if (answer.isJson()) {
      answer.document(document(diagnosis));
    } else {
      DoctorMarks marks =
          DoctorMarks.of(
              use.invocation().machine(),
              use.invocation()
                  .preferences()
                  .isColoredInAnyCase(CommandLine.Help.Ansi.AUTO.enabled()));
      diagnosis.checks().forEach(checked -> describe(checked, marks, answer));
    }
    return diagnosis.error().map(ExitStatus::of).orElse(ExitStatus.DONE);
  }

  /** The check on a line, and below it each finding that is not well, with the mend. */
  private static void describe(Diagnosis.Checked checked, DoctorMarks marks, Answer answer) {
    String lead = marks.lead(checked.status());
    List<String> lines = Wrapped.of(checked.name() + well(checked), Wrapped.WIDTH - WORD);
    answer.line(marks.hue(checked.status()), lead, " ".repeat(WORD - lead.length()) + lines.get(0));
    lines.stream().skip(1).forEach(line -> answer.line(" ".repeat(WORD) + line));
    checked.findings().stream()
        .filter(finding -> finding.level() != Level.OK)
        .forEach(finding -> describe(finding, answer));
  }

  /** What is as it should be, behind the check's name. */
  private static String well(Diagnosis.Checked checked) {
    List<String> well =
        checked.findings().stream()
            .filter(finding -> finding.level() == Level.OK)
            .map(Finding::sentence)
            .toList();
    return well.isEmpty() ? "" : ": " + String.join("; ", well);
  }

  private static void describe(Finding finding, Answer answer) {
    indented(INDENT, level(finding.level()) + ": " + finding.sentence(), answer);
    finding.mend().ifPresent(mend -> indented(INDENT + "  ", "mend: " + mend, answer));
  }

  private static void indented(String indent, String text, Answer answer) {
    List<String> lines = Wrapped.of(text, Wrapped.WIDTH - indent.length() - 2);
    answer.line(indent + lines.get(0));
    lines.stream().skip(1).forEach(line -> answer.line(indent + "  " + line));
  }

  private static String level(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static Object document(Diagnosis diagnosis) {
    return new Json.Fields()
        .put("ok", diagnosis.isOk())
        .put("checks", diagnosis.checks().stream().map(DoctorVerb::document).toList())
        .map();
  }

  private static Object document(Diagnosis.Checked checked) {
    return new Json.Fields()
        .put("name", checked.name())
        .put("status", level(checked.status()))
        .put("findings", checked.findings().stream().map(DoctorVerb::document).toList())
        .map();
  }

  private static Object document(Finding finding) {
    Json.Fields fields =
        new Json.Fields()
            .put("code", finding.code())
            .put("level", level(finding.level()))
            .put("message", finding.what());
    return PlaceFields.of(fields, finding.place())
        .put("misled", finding.misled())
        .put("mend", finding.mend())
        .map();
  }
}
