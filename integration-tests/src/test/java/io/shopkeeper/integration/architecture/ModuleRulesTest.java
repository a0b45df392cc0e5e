package io.shopkeeper.integration.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Who may use whom. */
@AnalyzeClasses(locations = House.class)
class ModuleRulesTest {

  private static final String[] ALGORITHMS = {
    "io.shopkeeper.ml..", "io.shopkeeper.nlp..", "io.shopkeeper.training.."
  };

  @ArchTest
  static final ArchRule algorithmsArePlainJava =
      noClasses()
          .that()
          .resideInAnyPackage(ALGORITHMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "io.shopkeeper.platform..",
              "io.shopkeeper.catalog..",
              "io.shopkeeper.recommendation..",
              "io.shopkeeper.chatbot..");

  @ArchTest
  static void aDomainIsUsedThroughItsBoundaryOnly(JavaClasses classes) {
    for (String domain : House.DOMAINS) {
      String inside = "io.shopkeeper." + domain + "..";
      noClasses()
          .that()
          .resideOutsideOfPackage(inside)
          .should()
          .dependOnClassesThat(
              resideInAPackage(inside)
                  .and(resideOutsideOfPackages("io.shopkeeper." + domain + ".boundary..")))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule entitiesStayInside =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.shopkeeper.*.boundary..")
          .and()
          .arePublic()
          .should(
              new com.tngtech.archunit.lang.ArchCondition<>("neither take nor give entities") {
                @Override
                public void check(
                    com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                  boolean entity =
                      method.getAllInvolvedRawTypes().stream()
                          .anyMatch(type -> type.getPackageName().endsWith(".entity"));
                  events.add(
                      new SimpleConditionEvent(
                          method, !entity, method.getFullName() + " shows an entity"));
                }
              });

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      slices().matching("io.shopkeeper.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule pagesUseBoundariesOnly =
      noClasses()
          .that()
          .resideInAnyPackage("io.shopkeeper.web..", "io.shopkeeper.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "io.shopkeeper.ml..");

  @ArchTest
  static final ArchRule theShopsPagesDoNotKnowTheConsole =
      noClasses()
          .that()
          .resideInAPackage("io.shopkeeper.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.shopkeeper.console..");

  @ArchTest
  static final ArchRule theConsoleDoesNotKnowTheShopsPages =
      noClasses()
          .that()
          .resideInAPackage("io.shopkeeper.console..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.shopkeeper.web..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyStoresTouchTheEntityManager =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Store")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.EntityManager");

  @ArchTest
  static final ArchRule resourcesAndPageBeansHoldNoTransactionsOfTheirOwn =
      noClasses()
          .that(areAnnotatedWith("jakarta.ws.rs.Path").or(areAnnotatedWith("jakarta.inject.Named")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.transaction..", "jakarta.persistence..", "java.sql..", "io.shopkeeper.ml..")
          .because("they validate, call and map");

  @ArchTest
  static final ArchRule graphicsCardsAreKnownInOneModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.shopkeeper.ml.cuda..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jcuda..", "org.jcuda..", "io.shopkeeper.ml.cuda..");

  @ArchTest
  static final ArchRule theVectorInterfaceIsKnownToItsProviderOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.shopkeeper.ml.kernel.vector..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  @ArchTest
  static final ArchRule ingestKnowsNothingOfLearning =
      noClasses()
          .that()
          .resideInAPackage("io.shopkeeper.catalog.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.shopkeeper.*.features..",
              "io.shopkeeper.*.training..",
              "io.shopkeeper.*.serving..");

  @ArchTest
  static final ArchRule servingKnowsNothingOfTraining =
      noClasses()
          .that()
          .resideInAPackage("io.shopkeeper.*.serving..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.shopkeeper.*.training..");

  @ArchTest
  static final ArchRule onlyTrainingPublishesToTheRegistry =
      classes()
          .that()
          .resideOutsideOfPackage("io.shopkeeper.*.training..")
          .and()
          .doNotHaveSimpleName("TrainedVersions")
          .and()
          .doNotHaveSimpleName("ModelTrainingJob")
          .should(
              new com.tngtech.archunit.lang.ArchCondition<>("not register models") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getMethodCallsFromSelf().stream()
                      .filter(
                          call ->
                              Set.of("ModelRegistry", "TrainedVersions")
                                  .contains(call.getTargetOwner().getSimpleName()))
                      .filter(call -> call.getName().equals("register"))
                      .forEach(
                          call ->
                              events.add(
                                  SimpleConditionEvent.violated(type, call.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule trainersRunInTheWorker =
      noClasses()
          .that()
          .implement("io.shopkeeper.training.Trainer")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..", "io.shopkeeper.platform..", "io.shopkeeper.catalog..", "com.fasterxml..")
          .because("the worker has ml-core and the trainers, no server");

  @ArchTest
  static final ArchRule trainersUseWhatTheWorkerCarries =
      noClasses()
          .that()
          .implement("io.shopkeeper.training.Trainer")
          .should()
          .transitivelyDependOnClassesThat(
              resideInAPackage("io.shopkeeper..")
                  .and(
                      resideOutsideOfPackages(
                          "io.shopkeeper.ml..",
                          "io.shopkeeper.training..",
                          "io.shopkeeper.*.features..",
                          "io.shopkeeper.*.model..",
                          "io.shopkeeper.*.training..")))
          .because("worker/pom.xml packs these packages of the modules and no others");

  private static DescribedPredicate<JavaClass> areAnnotatedWith(String annotation) {
    return DescribedPredicate.describe(
        "are annotated with " + annotation, type -> type.isAnnotatedWith(annotation));
  }
}
