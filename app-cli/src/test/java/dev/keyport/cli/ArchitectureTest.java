package dev.keyport.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyport.cli.io.Streams;
import dev.keyport.cli.wiring.GlobalOptions;
import dev.keyport.domain.store.TokenStore;

/** What docs/architecture.md says of this module, held against its classes. */
@AnalyzeClasses(
    packages = "dev.keyport.cli",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  private static final String ROOT = "dev.keyport.cli";
  private static final String VERBS = "dev.keyport.cli.verbs";
  private static final String WIRING = "dev.keyport.cli.wiring";
  private static final String IO = "dev.keyport.cli.io";
  private static final String TERMINAL = "dev.keyport.cli.terminal";
  private static final String BROWSER = "dev.keyport.cli.browser";
  private static final String SSH = "dev.keyport.cli.ssh";

  private static final DescribedPredicate<JavaAccess<?>> A_STORES_CONTENTS =
      DescribedPredicate.describe(
          "a store's methods other than spec",
          access ->
              access.getTargetOwner().isAssignableTo(TokenStore.class)
                  && !access.getTarget().getName().equals("spec"));

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.keyport.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointFromTheRootInwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.keyport.cli..")
          .layer("root")
          .definedBy(ROOT)
          .layer("verbs")
          .definedBy(VERBS)
          .layer("wiring")
          .definedBy(WIRING)
          .layer("io")
          .definedBy(IO)
          .layer("terminal")
          .definedBy(TERMINAL)
          .layer("ssh")
          .definedBy(SSH)
          .layer("browser")
          .definedBy(BROWSER)
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("verbs")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("wiring")
          .mayOnlyBeAccessedByLayers("root", "verbs")
          .whereLayer("io")
          .mayOnlyBeAccessedByLayers("root", "verbs", "wiring", "terminal", "ssh", "browser")
          .whereLayer("terminal")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("ssh")
          .mayOnlyBeAccessedByLayers("verbs")
          .whereLayer("browser")
          .mayOnlyBeAccessedByLayers("terminal");

  @ArchTest
  static final ArchRule codesAreDrawnInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(BROWSER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nayuki..");

  @ArchTest
  static final ArchRule adaptersAreChosenInTheWiringAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage(WIRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.keyport.http..",
              "dev.keyport.netrc..",
              "dev.keyport.keychain..",
              "dev.keyport.files..");

  @ArchTest
  static final ArchRule daggerIsKnownToTheWiringAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage(WIRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dagger..", "javax.inject..", "jakarta.inject..");

  @ArchTest
  static final ArchRule picocliIsKnownToTheCommandLineAlone =
      noClasses()
          .that(not(resideInAnyPackage(ROOT, VERBS)))
          .and()
          .doNotBelongToAnyOf(GlobalOptions.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule jsonIsWrittenInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(IO)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

  @ArchTest
  static final ArchRule theStandardStreamsAreTakenOnce =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Streams.class)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in");

  @ArchTest
  static final ArchRule onlyMainsEndTheProcess =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class, ArchiveTraining.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule environmentAndPropertiesComeWithTheMachine =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule noStateIsStatic =
      fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule verbsAskUseCasesAndNotPorts =
      noClasses()
          .that()
          .resideInAPackage(VERBS)
          .should()
          .dependOnClassesThat(
              are(resideInAPackage("dev.keyport.domain..")).and(simpleNameEndingWith("Api")))
          .orShould()
          .accessTargetWhere(A_STORES_CONTENTS);

  @ArchTest
  static final ArchRule verbsAreNamedSoAndHaveNoSubclasses =
      classes()
          .that()
          .implement(dev.keyport.cli.verbs.Verb.class)
          .should()
          .resideInAPackage(VERBS)
          .andShould()
          .haveSimpleNameEndingWith("Verb")
          .andShould()
          .haveModifier(JavaModifier.FINAL);
}
