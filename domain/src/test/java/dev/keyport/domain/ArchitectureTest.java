package dev.keyport.domain;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.token.TokenFingerprint;
import java.io.Serializable;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules that hold the domain's shape. */
@AnalyzeClasses(
    packages = "dev.keyport.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule IT_DEPENDS_ON_THE_JDK_AND_ITSELF_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.keyport.domain..");

  @ArchTest
  static final ArchRule IT_DOES_NO_IO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.keyport.domain.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule IT_PRINTS_NOTHING = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule IT_ENDS_NO_PROCESS =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class);

  @ArchTest
  static final ArchRule ONLY_THESE_REVEAL_SECRETS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Secret.class, Authorization.class, TokenFingerprint.class)
          .should()
          .callMethodWhere(
              target(owner(type(Secret.class))).and(target(nameStartingWith("reveal"))))
          .because("a secret is revealed where it leaves the program: in an adapter");

  @ArchTest
  static final ArchRule SECRETS_DO_NOT_LEAVE_AS_TEXT =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("dev.keyport.domain.credential")
          .and()
          .haveNameMatching(".*(?i)(secret|token|password|reveal).*")
          .should()
          .notHaveRawReturnType(String.class)
          .andShould()
          .notHaveRawReturnType(char[].class);

  @ArchTest
  static final ArchRule SECRETS_ARE_NEVER_SERIALIZED =
      classes().that().areAssignableTo(Secret.class).should().notBeAssignableTo(Serializable.class);

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(assignableTo(ConcurrentMap.class))
          .andShould()
          .notHaveRawType(resideInAPackage("java.util.concurrent.atomic"));

  @ArchTest
  static final ArchRule USE_CASES_HAVE_ONE_WAY_TO_BE_MADE =
      classes()
          .that()
          .haveNameMatching(
              ".*\\.(AuthorizedCalls|Diagnose|InteractiveLogIn|ListApps|Log(In|Out)|Manage\\w+|MoveCredentials|UseStore|OwnAuthorization|RotateLogin|Show\\w+|WhoAmI)")
          .should()
          .haveOnlyFinalFields()
          .andShould()
          .haveModifier(JavaModifier.FINAL);

  private static ModuleDescriptor module() throws URISyntaxException {
    Path classes =
        Path.of(Secret.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(classes).find("dev.keyport.domain").orElseThrow().descriptor();
  }

  @Test
  void everyExportedPackageIsNullMarked() throws Exception {
    assertThat(module().exports())
        .hasSize(14)
        .allSatisfy(
            exported ->
                assertThat(Class.forName(exported.source() + ".package-info"))
                    .hasAnnotation(NullMarked.class));
  }

  @Test
  void everyPackageButOneIsExportedAndNothingElseIsRequired() throws Exception {
    Set<String> packages = new TreeSet<>(module().packages());
    assertThat(packages.remove("dev.keyport.domain.provider")).isTrue();
    assertThat(module().exports().stream().map(ModuleDescriptor.Exports::source))
        .containsExactlyInAnyOrderElementsOf(packages);
    assertThat(module().requires().stream().map(ModuleDescriptor.Requires::name))
        .containsExactlyInAnyOrder("java.base", "org.jspecify");
  }
}
