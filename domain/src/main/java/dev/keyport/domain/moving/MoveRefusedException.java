package dev.keyport.domain.moving;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Something is in the way of a move; nothing was moved. */
public final class MoveRefusedException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int NAMED = 5;

  private final transient List<Obstacle> obstacles;

  MoveRefusedException(List<Obstacle> obstacles) {
    super(code(obstacles), message(obstacles), hint(obstacles), null);
    this.obstacles = List.copyOf(obstacles);
  }

  MoveRefusedException(String message, String hint) {
    super(ErrorCode.FAILED, message, hint, null);
    this.obstacles = List.of();
  }

  /** What is in the way; none where it is no credential. */
  public List<Obstacle> obstacles() {
    return obstacles;
  }

  private static ErrorCode code(List<Obstacle> obstacles) {
    return obstacles.stream().allMatch(obstacle -> obstacle.kind() == Obstacle.Kind.NOT_HELD)
        ? ErrorCode.UNREPRESENTABLE
        : ErrorCode.FAILED;
  }

  private static String message(List<Obstacle> obstacles) {
    String named =
        obstacles.stream().limit(NAMED).map(Obstacle::what).collect(Collectors.joining("; "));
    int more = obstacles.size() - NAMED;
    return named + (more > 0 ? "; and " + more + " more" : "") + "; nothing was moved";
  }

  private static String hint(List<Obstacle> obstacles) {
    return obstacles.stream()
        .flatMap(obstacle -> obstacle.wayOut().stream())
        .findFirst()
        .map(way -> way + "; or move the others with --host")
        .orElse("move the others with --host");
  }
}
