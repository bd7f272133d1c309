package dev.keyport.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;

/** The modules' dependencies point inwards, and only the command line prints or exits. */
@AnalyzeClasses(
    packages = "dev.keyport",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** Leaves out what other modules' tests offer to those here. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String DOMAIN = "dev.keyport.domain..";
  private static final String FILES = "dev.keyport.files..";
  private static final String NETRC = "dev.keyport.netrc..";
  private static final String KEYCHAIN = "dev.keyport.keychain..";
  private static final String HTTP = "dev.keyport.http..";
  private static final String JGIT = "dev.keyport.jgit..";
  private static final String CLI = "dev.keyport.cli..";
  private static final String SANDBOX = "dev.keyport.sandbox..";

  @ArchTest
  static final ArchRule DOMAIN_NEEDS_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(DOMAIN, "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule FILES_USES_NO_ADAPTER = avoids(FILES, NETRC, KEYCHAIN, HTTP, JGIT, CLI);

  @ArchTest
  static final ArchRule NETRC_USES_FILES_AT_MOST = avoids(NETRC, KEYCHAIN, HTTP, JGIT, CLI);

  @ArchTest
  static final ArchRule KEYCHAIN_USES_FILES_AT_MOST = avoids(KEYCHAIN, NETRC, HTTP, JGIT, CLI);

  @ArchTest
  static final ArchRule HTTP_USES_NO_ADAPTER = avoids(HTTP, FILES, NETRC, KEYCHAIN, JGIT, CLI);

  @ArchTest
  static final ArchRule JGIT_USES_NO_ADAPTER = avoids(JGIT, FILES, NETRC, KEYCHAIN, HTTP, CLI);

  @ArchTest
  static final ArchRule NOTHING_USES_THE_SANDBOX =
      noClasses()
          .that()
          .resideOutsideOfPackage(SANDBOX)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SANDBOX);

  @ArchTest
  static final ArchRule SANDBOX_USES_NOTHING_OF_THE_PRODUCT =
      avoids(SANDBOX, DOMAIN, FILES, NETRC, KEYCHAIN, HTTP, JGIT, CLI);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses().that().resideOutsideOfPackages(CLI, SANDBOX).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_EXITS =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, SANDBOX)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule DOMAIN_SHOWS_THE_JDK_AND_ITSELF = shows(DOMAIN, "dev.keyport.domain");

  @ArchTest
  static final ArchRule FILES_SHOWS_NO_LIBRARY =
      shows(FILES, "dev.keyport.domain", "dev.keyport.files");

  @ArchTest
  static final ArchRule NETRC_SHOWS_NO_LIBRARY =
      shows(NETRC, "dev.keyport.domain", "dev.keyport.netrc");

  @ArchTest
  static final ArchRule KEYCHAIN_SHOWS_NO_LIBRARY =
      shows(KEYCHAIN, "dev.keyport.domain", "dev.keyport.keychain");

  @ArchTest
  static final ArchRule HTTP_SHOWS_OKHTTP_ALONE =
      shows(HTTP, "dev.keyport.domain", "dev.keyport.http", "okhttp3");

  @ArchTest
  static final ArchRule JGITS_SHOWS_JGIT_ALONE =
      shows(JGIT, "dev.keyport.domain", "dev.keyport.jgit", "org.eclipse.jgit");

  @ArchTest
  static void aLibraryInASignatureIsSeen(JavaClasses classes) {
    EvaluationResult result =
        shows(HTTP, "dev.keyport.domain", "dev.keyport.http").evaluate(classes);

    assertThat(result.getFailureReport().toString())
        .contains("HostAuthorization.interceptor() names okhttp3.Interceptor");
  }

  private static ArchRule shows(String module, String... packages) {
    return classes()
        .that(resideInAPackage(module).and(describe("are seen", ArchitectureTest::isSeen)))
        .should(
            Signatures.nameOnlyTypesOf(
                Stream.concat(Stream.of("java"), Stream.of(packages)).toArray(String[]::new)))
        .because("a library that a signature names can't be replaced without breaking its users");
  }

  private static boolean isSeen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
  }

  private static ArchRule avoids(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
