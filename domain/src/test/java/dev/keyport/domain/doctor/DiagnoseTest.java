package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreWarning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DiagnoseTest {
  private static final Finding WELL = Finding.ok("well", "all is well");

  private static Check check(String name, Supplier<List<Finding>> looking) {
    return new Check() {
      @Override
      public String id() {
        return name;
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Finding> run() {
        return looking.get();
      }
    };
  }

  private static Check failing(RuntimeException error) {
    return failing("failing", error);
  }

  private static Check failing(String name, RuntimeException error) {
    return check(
        name,
        () -> {
          throw error;
        });
  }

  private static Diagnosis diagnosis(Check... checks) {
    return new Diagnose(List.of(checks), Duration.ofMinutes(1)).run();
  }

  @Test
  void checksAreToldInOrderAndWarningsFailNothing() {
    Diagnosis diagnosis =
        diagnosis(
            check("one", () -> List.of(WELL)),
            check("two", () -> List.of(WELL, Finding.warning("odd", "odd", "even it"))));

    assertThat(diagnosis.checks())
        .extracting(Diagnosis.Checked::name, Diagnosis.Checked::status)
        .containsExactly(tuple("one", Level.OK), tuple("two", Level.WARNING));
    assertThat(diagnosis.isOk()).isTrue();
    assertThat(diagnosis.error()).isEmpty();
  }

  @Test
  void whatIsThrownIsAFailureAndTheOthersRun() {
    Diagnosis diagnosis =
        diagnosis(
            failing(new StoreException.Corrupt(Place.of("/n", 2), "a NUL byte", "mend it")),
            check("other", () -> List.of(WELL)));

    Finding failure = diagnosis.checks().get(0).findings().get(0);
    assertThat(failure.level()).isEqualTo(Level.FAILURE);
    assertThat(failure.code()).isEqualTo("store-corrupt");
    assertThat(failure.place()).contains(Place.of("/n", 2));
    assertThat(failure.mend()).contains("mend it");
    assertThat(failure.sentence()).isEqualTo("/n, line 2: a NUL byte");
    assertThat(diagnosis.checks().get(1).findings()).containsExactly(WELL);
    assertThat(diagnosis.isOk()).isFalse();
    assertThat(diagnosis.error()).contains(ErrorCode.STORE_CORRUPT);
  }

  @Test
  void whatNobodyForesawIsToldWithoutItsMessage() {
    for (Throwable error : List.of(new IllegalStateException("canary"), new StackOverflowError())) {
      Diagnosis diagnosis =
          diagnosis(
              check(
                  "broken",
                  () -> {
                    if (error instanceof Error fatal) {
                      throw fatal;
                    }
                    throw (RuntimeException) error;
                  }));

      Finding failure = diagnosis.checks().get(0).findings().get(0);
      assertThat(failure.what())
          .contains(error.getClass().getName(), "DiagnoseTest")
          .doesNotContain("canary");
      assertThat(diagnosis.error()).contains(ErrorCode.FAILED);
    }
  }

  @Test
  void aCheckThatIsStuckIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    Check stuck =
        check(
            "stuck",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of(WELL);
            });

    Diagnosis diagnosis =
        new Diagnose(List.of(stuck, check("other", () -> List.of(WELL))), Duration.ofMillis(20))
            .run();
    never.countDown();

    assertThat(diagnosis.error()).contains(ErrorCode.STORE_TIMEOUT);
    assertThat(diagnosis.checks().get(0).findings().get(0).what()).contains("no answer");
    assertThat(diagnosis.checks().get(1).status()).isEqualTo(Level.OK);
  }

  @Test
  void severalKindsOfFailureAreOneOfNone() {
    UsageException usage = new UsageException("bad", "good");
    StoreException locked = new StoreException.Locked("locked", null);

    assertThat(diagnosis(failing(usage), failing("too", usage)).error()).contains(ErrorCode.USAGE);
    assertThat(diagnosis(failing(usage), failing("too", locked)).error())
        .contains(ErrorCode.FAILED);
  }

  @Test
  void aCodeThatIsNoErrorsFailsAsAny() {
    Finding failure =
        new Finding(
            Level.FAILURE, "of-its-own", "x", Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(failure.error()).isEqualTo(ErrorCode.FAILED);
  }

  @Test
  void twoChecksOfOneIdAreABug() {
    assertThatThrownBy(() -> diagnosis(check("one", List::of), check("one", List::of)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one");
  }

  @Test
  void aCheckThatFindsNothingIsABug() {
    assertThatThrownBy(() -> diagnosis(check("empty", List::of)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aWarningOfAStoreKeepsAllThatItSays() {
    StoreWarning warning =
        StoreWarning.of("crlf", "CR LF")
            .at(Place.of("/n", 1))
            .misleading("ftp misreads it")
            .mendedBy("sed");

    Finding finding = Finding.warning(warning);

    assertThat(finding.sentence())
        .isEqualTo("/n, line 1: CR LF: ftp misreads it")
        .isEqualTo(warning.sentence());
    assertThat(finding.code()).isEqualTo("crlf");
    assertThat(finding.mend()).contains("sed");
  }

  /** Each waits for the other to have begun: one after the other they would both be given up. */
  @Test
  void lanesRunAtTheSameTime() {
    CountDownLatch begun = new CountDownLatch(2);
    Supplier<List<Finding>> meeting =
        () -> {
          begun.countDown();
          try {
            begun.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of(WELL);
        };

    assertThat(diagnosis(check("one", meeting), check("two", meeting)).isOk()).isTrue();
  }

  /** A check that finds a fault until it is mended. */
  private static final class Broken implements Check {
    private final Mended outcome;
    private boolean mended;
    private int runs;

    Broken(Mended outcome) {
      this.outcome = outcome;
    }

    @Override
    public String id() {
      return "broken";
    }

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public List<Finding> run() {
      runs++;
      return List.of(mended ? WELL : Finding.warning("odd", "odd", "even it"));
    }

    @Override
    public List<Mended> mend() {
      mended = outcome.done();
      return List.of(outcome);
    }
  }

  @Test
  void whatIsMendedIsCheckedAgain() {
    Broken broken = new Broken(Mended.done("evened it"));

    Repair repair = new Diagnose(List.of(broken), Duration.ofMinutes(1)).mend();

    assertThat(repair.mended()).containsExactly(Mended.done("evened it"));
    assertThat(repair.after().checks().get(0).findings()).containsExactly(WELL);
    assertThat(broken.runs).isEqualTo(2);
  }

  @Test
  void whatCannotBeMendedIsToldAndStays() {
    Broken broken = new Broken(Mended.failed("no permission"));

    Repair repair = new Diagnose(List.of(broken), Duration.ofMinutes(1)).mend();

    assertThat(repair.mended()).containsExactly(Mended.failed("no permission"));
    assertThat(repair.after().checks().get(0).status()).isEqualTo(Level.WARNING);
    assertThat(broken.runs).isEqualTo(1);
  }

  @Test
  void whatIsWellIsLeftAlone() {
    Check well =
        new Check() {
          @Override
          public String id() {
            return "well";
          }

          @Override
          public String name() {
            return "well";
          }

          @Override
          public List<Finding> run() {
            return List.of(WELL);
          }

          @Override
          public List<Mended> mend() {
            throw new AssertionError("mended what is well");
          }
        };

    assertThat(new Diagnose(List.of(well), Duration.ofMinutes(1)).mend().mended()).isEmpty();
  }
}
