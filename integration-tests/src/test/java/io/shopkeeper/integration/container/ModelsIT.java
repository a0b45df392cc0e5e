package io.shopkeeper.integration.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainings;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions of a model change places while visitors go on asking. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class ModelsIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String MODEL = RecommendationModels.RECOMMENDATION;
  private static final int CUSTOMERS = 12;
  private static final int ASKING = 4;

  @Resource private ManagedExecutorService executor;

  @Inject private BehaviourEvents events;
  @Inject private Products products;
  @Inject private ModelTrainings training;
  @Inject private ModelRegistry registry;
  @Inject private Recommender recommender;
  @Inject private Jobs jobs;
  @Inject private UserTransaction transaction;

  @Deployment
  static EnterpriseArchive application() {
    return Application.with(ModelsIT.class);
  }

  @Test
  void aPromotionSwapsTheModelWithoutAFailedRequest() throws Exception {
    fillShop();
    int first = train("item-neighbours-cosine");
    assertThat(answer().modelVersion()).isEqualTo(first);
    int second = train("popularity");
    assertThat(answer().modelVersion()).as("a candidate does not serve").isEqualTo(first);

    rolledBackPromotion(second);
    assertThat(answer().modelVersion()).as("after a rollback").isEqualTo(first);

    var asking = new AtomicBoolean(true);
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    List<Future<?>> visitors = new ArrayList<>();
    for (int i = 0; i < ASKING; i++) {
      visitors.add(executor.submit(() -> askWhile(asking, seen)));
    }
    Await.until("answers of version " + first, SOON, () -> seen.contains(first));
    registry.promote(MODEL, second, "test", "better");
    Await.until("answers of version " + second, SOON, () -> seen.contains(second));
    seen.remove(first);
    ModelVersionView back = registry.rollback(MODEL, "test", "worse");
    assertThat(back.version()).isEqualTo(first);
    Await.until("answers of version " + first + " again", SOON, () -> seen.contains(first));
    asking.set(false);
    for (Future<?> visitor : visitors) {
      visitor.get();
    }
    assertThat(registry.live(MODEL)).map(ModelVersionView::version).contains(first);
    assertThat(registry.history(MODEL)).hasSizeGreaterThanOrEqualTo(5);
  }

  private void rolledBackPromotion(int version) throws Exception {
    transaction.begin();
    registry.promote(MODEL, version, "test", "not really");
    transaction.rollback();
    assertThat(registry.live(MODEL)).map(ModelVersionView::version).isNotEqualTo(version);
  }

  private void askWhile(AtomicBoolean asking, Set<Integer> seen) {
    while (asking.get()) {
      RecommendationAnswer answer = answer();
      assertThat(answer.items()).isNotEmpty();
      seen.add(answer.modelVersion());
    }
  }

  private RecommendationAnswer answer() {
    return recommender.recommend(
        new RecommendationRequest(
            "models-c1", null, null, null, "home", 3, Set.of(), null, Locale.ENGLISH));
  }

  private int train(String algorithm) {
    long id =
        training
            .train(RecommendationModels.RECOMMENDATION, TrainingRequest.of(algorithm), "test")
            .id();
    JobView job =
        Await.value(
            "end of training " + id, SOON, () -> jobs.find(id).filter(j -> j.state().ended()));
    assertThat(job.state()).as(job.error()).isEqualTo(JobState.SUCCEEDED);
    return registry.versions(MODEL).getFirst().version();
  }

  /** Customers with one of two tastes: each buys most products of one half. */
  private void fillShop() {
    List<BehaviourEvent> bought = new ArrayList<>();
    for (int product = 0; product < 12; product++) {
      products.put(Samples.product("models-p" + product));
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        if (product % 2 == customer % 2 && (product + customer) % 5 != 0) {
          bought.add(
              Samples.purchase(
                  "models-%d-%d".formatted(customer, product),
                  "models-c" + customer,
                  "models-p" + product,
                  product * CUSTOMERS + customer));
        }
      }
    }
    events.accept(bought);
  }
}
