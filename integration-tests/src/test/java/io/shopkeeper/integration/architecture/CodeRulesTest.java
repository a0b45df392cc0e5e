package io.shopkeeper.integration.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/** How code is written. */
@AnalyzeClasses(locations = House.class)
class CodeRulesTest {

  private static final String[] INSIDE_THE_SERVER = {
    "io.shopkeeper.platform..",
    "io.shopkeeper.catalog..",
    "io.shopkeeper.recommendation..",
    "io.shopkeeper.fraud..",
    "io.shopkeeper.chatbot..",
    "io.shopkeeper.web..",
    "io.shopkeeper.console..",
    "io.shopkeeper.training.host..",
    "io.shopkeeper.training.snapshot.."
  };

  private static final List<String> INJECTING =
      List.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.ejb.EJB",
          "jakarta.persistence.PersistenceContext",
          "jakarta.ws.rs.core.Context");

  @ArchTest
  static final ArchRule nobodyWritesToTheStandardStreams =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nobodyThrowsGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callCodeUnitWhere(
              target(
                  "read the time beside the clock",
                  call ->
                      isNowWithoutClock(call)
                          || is(call, System.class, "currentTimeMillis")
                          || unseeded(call, Date.class)))
          .because("an injected clock can be set in tests");

  @ArchTest
  static final ArchRule randomnessHasASeed =
      noClasses()
          .should()
          .callCodeUnitWhere(
              target(
                  "use unseeded randomness",
                  call ->
                      unseeded(call, Random.class)
                          || unseeded(call, SplittableRandom.class)
                          || call.getOwner().isEquivalentTo(ThreadLocalRandom.class)
                          || is(call, Math.class, "random")
                          || isShuffleWithoutSource(call)));

  @ArchTest
  static final ArchRule nobodyUsesJavaObjectStreams =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class);

  @ArchTest
  static final ArchRule threadsAreTheServers =
      noClasses()
          .that()
          .resideInAnyPackage(INSIDE_THE_SERVER)
          .should()
          .callCodeUnitWhere(
              target(
                  "make threads",
                  call ->
                      isNewThread(call)
                          || call.getOwner().isEquivalentTo(Executors.class)
                          || call.getOwner().isEquivalentTo(ForkJoinPool.class)))
          .because("the server's managed executors know its security and its end");

  @ArchTest
  static final ArchRule statelessBeansHaveNoState =
      fields()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "are stateless beans", type -> type.isAnnotatedWith("jakarta.ejb.Stateless")))
          .and(
              describe(
                  "are not injected",
                  (JavaField field) -> INJECTING.stream().noneMatch(field::isAnnotatedWith)))
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule applicationScopedBeansAskNoEnterpriseBeanWhileTheyAreMade =
      noClasses()
          .that()
          .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
          .should()
          .callCodeUnitWhere(
              describe(
                  "call an enterprise bean after construction",
                  (JavaCall<?> call) ->
                      call.getOrigin().isAnnotatedWith("jakarta.annotation.PostConstruct")
                          && isEnterpriseBean(call.getTargetOwner())))
          .because(
              "it may have to wait until all has started, and what starts waits for this bean");

  @ArchTest
  static void injectedFieldsMakeNoCircles(JavaClasses classes) {
    Map<String, Set<String>> uses = new HashMap<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        if (INJECTING.stream().anyMatch(field::isAnnotatedWith)) {
          uses.computeIfAbsent(type.getName(), name -> new HashSet<>())
              .add(field.getRawType().getName());
        }
      }
    }
    assertThat(uses.keySet()).filteredOn(start -> reaches(uses, start)).isEmpty();
  }

  @ArchTest
  static void everyClassBelongsToAModule(JavaClasses classes) {
    assertThat(classes).as("the modules are built").hasSizeGreaterThan(100);
  }

  private static boolean reaches(Map<String, Set<String>> uses, String start) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(uses.get(start));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (name.equals(start)) {
        return true;
      }
      if (seen.add(name)) {
        next.addAll(uses.getOrDefault(name, Set.of()));
      }
    }
    return false;
  }

  private static boolean is(CodeUnitCallTarget call, Class<?> type, String name) {
    return call.getOwner().isEquivalentTo(type) && call.getName().equals(name);
  }

  private static boolean isNowWithoutClock(CodeUnitCallTarget call) {
    return call.getName().equals("now")
        && call.getOwner().getPackageName().equals("java.time")
        && call.getRawParameterTypes().stream()
            .noneMatch(type -> type.getSimpleName().equals("Clock"));
  }

  private static boolean isEnterpriseBean(JavaClass type) {
    return type.isAnnotatedWith("jakarta.ejb.Singleton")
        || type.isAnnotatedWith("jakarta.ejb.Stateless");
  }

  private static boolean isShuffleWithoutSource(CodeUnitCallTarget call) {
    return is(call, Collections.class, "shuffle") && call.getRawParameterTypes().size() == 1;
  }

  private static boolean isNewThread(CodeUnitCallTarget call) {
    return call.getOwner().isAssignableTo(Thread.class)
        && Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread")
            .contains(call.getName());
  }

  private static boolean unseeded(CodeUnitCallTarget call, Class<?> type) {
    return call.getOwner().isEquivalentTo(type)
        && call.getName().equals("<init>")
        && call.getRawParameterTypes().isEmpty();
  }

  private static DescribedPredicate<JavaCall<?>> target(
      String description, java.util.function.Predicate<CodeUnitCallTarget> predicate) {
    return describe(description, call -> predicate.test(call.getTarget()));
  }
}
