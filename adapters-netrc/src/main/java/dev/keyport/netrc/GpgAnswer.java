package dev.keyport.netrc;

/** What a run of gpg gave. */
final class GpgAnswer {
  private final int exit;
  private final byte[] output;
  private final GpgStatus status;

  GpgAnswer(int exit, byte[] output, GpgStatus status) {
    this.exit = exit;
    this.output = output;
    this.status = status;
  }

  /** Its exit status, which says less than the status lines do. */
  int exit() {
    return exit;
  }

  /** What it wrote to its standard output, not copied; may hold secrets. */
  byte[] output() {
    return output;
  }

  /** Its status lines. */
  GpgStatus status() {
    return status;
  }

  /** The output's size only. */
  @Override
  public String toString() {
    return "exit " + exit + ", " + output.length + " bytes, " + status;
  }
}
