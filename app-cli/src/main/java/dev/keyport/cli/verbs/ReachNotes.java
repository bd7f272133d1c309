package dev.keyport.cli.verbs;

import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.store.StoreSpec;

/** What will not find a login where it is kept, and what to run instead. */
final class ReachNotes {
  private ReachNotes() {}

  /** Tells it, where there is something to tell. */
  static void tell(KeyportComponent use, LoggedIn done) {
    switch (done.reach()) {
      case TOOLS -> {}
      case KEYPORT -> handOver(use, done.store());
      case PROCESS ->
          use.invocation()
              .person()
              .warn(
                  done.store()
                      + " ends with this command: nothing finds the login afterwards. Another store"
                      + " keeps it, as --store netrc does");
    }
  }

  /** What does not look in this store for a login, and what to run instead. */
  static void handOver(KeyportComponent use, StoreSpec store) {
    Interaction person = use.invocation().person();
    String token = "$(keyport auth:token --store " + ShellWord.of(store.toString()) + ")";
    person.warn("curl -n and git do not look in " + store + " for a login. What to run instead:");
    person.tell(
        "  printf 'header = \"Authorization: Bearer %s\"\\n' \""
            + token
            + "\" | curl --config - "
            + use.endpoints().api()
            + "/account");
    String helper =
        "!f() { test \"$1\" = get && echo username=keyport && echo \"password="
            + token
            + "\"; }; f";
    person.tell(
        "  git config --global credential."
            + use.endpoints().git()
            + ".helper "
            + ShellWord.of(helper));
  }
}
