package dev.keyport.netrc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The row of the module table for this module. */
@AnalyzeClasses(packages = "dev.keyport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule USES_DOMAIN_FILES_AND_THE_JDK =
      classes()
          .that()
          .resideInAPackage("dev.keyport.netrc..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.keyport.netrc..",
              "dev.keyport.files..",
              "dev.keyport.domain..",
              "java..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule ONLY_THE_STORE_ITS_PROVIDER_AND_ITS_UPKEEP_ARE_PUBLIC =
      classes()
          .that()
          .resideInAPackage("dev.keyport.netrc..")
          .and()
          .arePublic()
          .should()
          .haveSimpleName("NetrcTokenStore")
          .orShould()
          .haveSimpleName("NetrcTokenStoreProvider")
          .orShould()
          .haveSimpleName("NetrcUpkeep");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.keyport.(*)..").should().beFreeOfCycles();

  /** Reading and editing are pure: what touches the disk is named here. */
  @ArchTest
  static final ArchRule ONLY_THE_EDGE_DOES_IO =
      classes()
          .that()
          .resideInAPackage("dev.keyport.netrc..")
          .and()
          .haveSimpleNameNotStartingWith("Netrc")
          .and()
          .doNotHaveSimpleName("GnuPg")
          .and()
          .doNotHaveSimpleName("GpgPinentry")
          .and()
          .doNotHaveSimpleName("SaveNotices")
          .should()
          .onlyDependOnClassesThat()
          .doNotHaveFullyQualifiedName("java.nio.file.Files");
}
