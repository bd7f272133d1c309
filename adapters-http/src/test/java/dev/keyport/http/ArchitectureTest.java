package dev.keyport.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "dev.keyport.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule USES_ITS_ROW_OF_THE_MODULE_TABLE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.keyport.http..",
              "dev.keyport.domain..",
              "okhttp3",
              "okio",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "kotlin..",
              "java..",
              "javax.net.ssl..",
              "org.jspecify..");

  @ArchTest
  static void offersFewTypes(JavaClasses classes) {
    assertThat(
            classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "HerokuApi",
            "HerokuApiProvider",
            "HerokuLogin",
            "HttpSettings",
            "HttpProxyUse",
            "HostAuthorization",
            "CredentialUnavailableException");
  }

  @ArchTest
  static void offersTypesOfTheDomainAndTheJdkOnly(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            // What is for a client of OkHttp's own can't but name its types.
            .filter(type -> !type.getPackageName().equals("dev.keyport.http.okhttp"))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(ArchitectureTest::isOffered)
            .flatMap(unit -> unit.getAllInvolvedRawTypes().stream())
            .map(type -> type.getBaseComponentType().getPackageName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages)
        .contains("dev.keyport.domain.auth")
        .allMatch(
            name ->
                name.isEmpty()
                    || name.startsWith("java.")
                    || name.startsWith("dev.keyport.domain")
                    || name.equals("dev.keyport.http"));
  }

  private static boolean isOffered(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
