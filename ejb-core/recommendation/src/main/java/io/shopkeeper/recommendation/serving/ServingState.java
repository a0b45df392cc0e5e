package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.ProductsChanged;
import io.shopkeeper.recommendation.boundary.PlacementPublished;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentChanged;
import io.shopkeeper.recommendation.experiment.CommittedExperiments;
import io.shopkeeper.recommendation.experiment.RunningExperiments;
import io.shopkeeper.recommendation.placement.CommittedRecipes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * What answers are made of, in memory, once for all modules of this server. Whoever needs a part
 * asks for it once and keeps it: a call of a bean with every answer would take longer than the
 * part.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ServingState {

  @Inject private CommittedRecipes committedRecipes;
  @Inject private CommittedExperiments committedExperiments;
  @Inject private Products products;
  @Inject private BehaviourEvents events;
  @Inject private Clock clock;

  @Resource private ManagedExecutorService executor;

  private PublishedRecipes recipes;
  private RunningExperiments experiments;
  private Assortment assortment;
  private Trends trends;

  @PostConstruct
  void begin() {
    recipes = new PublishedRecipes(committedRecipes, clock);
    experiments = new RunningExperiments(committedExperiments, clock);
    assortment = new Assortment(products, clock);
    trends = new Trends(events, clock, executor);
  }

  /** Always the same object, as are the others. */
  public PublishedRecipes recipes() {
    return recipes;
  }

  /** Who takes part in what. */
  public RunningExperiments experiments() {
    return experiments;
  }

  /** What is sold. */
  public Assortment assortment() {
    return assortment;
  }

  /** What is liked. */
  public Trends trends() {
    return trends;
  }

  /** Another version of a recipe is live. */
  public void published(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PlacementPublished event) {
    recipes.published();
  }

  /** An experiment has changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExperimentChanged event) {
    experiments.changed();
  }

  /** Products have changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsChanged event) {
    assortment.changed(event.ids());
  }
}
