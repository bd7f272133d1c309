package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Wrapped;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.doctor.Diagnose;
import dev.keyport.domain.doctor.Diagnosis;
import dev.keyport.domain.doctor.Finding;
import dev.keyport.domain.doctor.Level;
import dev.keyport.domain.doctor.Mended;
import dev.keyport.domain.doctor.Repair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = "Check what could explain a failed login, and say how to mend it.",
    footer = {
      "",
      "Each store is tried with a credential of no use to anybody, which is taken back.",
      "--fix mends what is safe to mend, says what it did, and checks again: modes of Keyport's",
      "files and of the netrc, and what a save that was cut off left. No secret is touched.",
      "The exit status is 0 when nothing failed; warnings don't count.",
      "Else it is that of the failures, or 1 where they differ in kind.",
      "",
      "Examples:",
      "  keyport doctor",
      "  keyport doctor --fix",
      "  keyport doctor --json",
      "  keyport doctor --store keychain,netrc"
    })
public final class DoctorVerb implements Verb {
  private static final String INDENT = "    ";
  private static final int WORD = 10;

  @Option(names = "--fix", description = "Mend what is safe to mend, and check again.")
  private boolean fix;

  /** With no options given. */
  public DoctorVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Diagnose diagnose = use.diagnose();
    Optional<Repair> repair = fix ? Optional.of(diagnose.mend()) : Optional.empty();
    Diagnosis diagnosis = repair.map(Repair::after).orElseGet(diagnose::run);
    if (answer.isJson()) {
      answer.document(document(diagnosis, repair));
    } else {
      DoctorMarks marks =
          DoctorMarks.of(
              use.invocation().machine(),
              use.invocation()
                  .preferences()
                  .isColoredInAnyCase(CommandLine.Help.Ansi.AUTO.enabled()));
      diagnosis.checks().forEach(checked -> describe(checked, marks, answer));
      repair.ifPresent(done -> describe(done, answer));
    }
    return diagnosis.error().map(ExitStatus::of).orElse(ExitStatus.DONE);
  }

  /** What was mended, and what is left for a person to do. */
  private static void describe(Repair repair, Answer answer) {
    answer.line("");
    repair
        .mended()
        .forEach(
            mended ->
                indented(
                    "", (mended.done() ? "mended: " : "not mended: ") + mended.what(), answer));
    long left =
        repair.after().checks().stream()
            .flatMap(checked -> checked.findings().stream())
            .filter(finding -> finding.level() != Level.OK)
            .count();
    String rest = left == 0 ? "nothing is left to mend" : left + " left for you, above";
    answer.line(repair.mended().isEmpty() ? "nothing was mended; " + rest : rest);
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

  private static Object document(Diagnosis diagnosis, Optional<Repair> repair) {
    Json.Fields fields =
        new Json.Fields()
            .put("ok", diagnosis.isOk())
            .put("checks", diagnosis.checks().stream().map(DoctorVerb::document).toList());
    repair.ifPresent(
        done -> fields.put("mended", done.mended().stream().map(DoctorVerb::document).toList()));
    return fields.map();
  }

  private static Object document(Mended mended) {
    return new Json.Fields().put("done", mended.done()).put("message", mended.what()).map();
  }

  private static Object document(Diagnosis.Checked checked) {
    return new Json.Fields()
        .put("id", checked.id())
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
