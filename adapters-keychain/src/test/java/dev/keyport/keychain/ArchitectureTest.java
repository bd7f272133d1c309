package dev.keyport.keychain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module table's row for this module. */
@AnalyzeClasses(
    packages = "dev.keyport.keychain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DEPENDS_ON_DOMAIN_JAVA_KEYRING_AND_WHAT_IT_BRINGS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.jspecify..",
              "dev.keyport.keychain..",
              "dev.keyport.domain..",
              "dev.keyport.files..",
              "com.github.javakeyring..",
              "org.freedesktop..",
              "at.favre.lib.crypto..");

  @ArchTest
  static final ArchRule JAVA_KEYRING_STAYS_BEHIND_ITS_SEAM =
      noClasses()
          .that()
          .haveNameNotMatching(
              ".*\\.(JavaKeyring|Platform|MacKeychain|WindowsCredentials|KdeWallet)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.javakeyring..");

  @ArchTest
  static final ArchRule ONLY_PROVIDERS_AND_WHAT_IS_THE_HEROKU_CLIS_ARE_PUBLIC =
      classes()
          .that()
          .haveNameNotMatching(
              ".*\\.(KeychainTokenStoreProvider|HerokuCli(StoreProvider|Item|Offer))(\\$.*)?")
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();
}
