package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.StageChange;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The versions of the recommendation model; training and rolling back. */
@Named("models")
@RequestScoped
public class ModelsPage {

  /** The metric that stands beside each version. */
  private static final String SPLIT = "time:0.2";

  @Inject private ModelRegistry registry;
  @Inject private RecommendationTraining training;
  @Inject private AuditTrail audit;
  @Inject private Me me;
  @Inject private Say say;

  private String algorithm;
  private List<ModelVersionView> versions;

  @PostConstruct
  void begin() {
    versions = registry.versions(RecommendationTraining.MODEL);
  }

  /** Starts a training and goes to its job. */
  public String train() {
    me.require(Right.TRAIN_MODELS);
    JobView job = training.train(algorithm, me.getName());
    audit.record(me.getName(), "model.train", RecommendationTraining.MODEL, algorithm);
    return "/job?id=" + job.id() + "&faces-redirect=true";
  }

  /** Lets the version before serve again. */
  public String rollBack() {
    me.require(Right.PROMOTE_MODELS);
    try {
      ModelVersionView live =
          registry.rollback(RecommendationTraining.MODEL, me.getName(), "in the console");
      say.ok("models.rolledBack", live.version());
    } catch (ConflictException nothingBefore) {
      say.bad("models.nothingBefore");
    }
    return "/models?faces-redirect=true";
  }

  public List<ModelVersionView> getVersions() {
    return versions;
  }

  public List<StageChange> getHistory() {
    return registry.history(RecommendationTraining.MODEL);
  }

  /** A metric of a version on the time split. */
  public Double metric(ModelVersionView version, String metric) {
    return version.metrics().getOrDefault(SPLIT, Map.of()).get(metric);
  }

  public List<String> getAlgorithms() {
    return training.algorithms();
  }

  /** Whether there is a version to roll back to. */
  public boolean isRollbackPossible() {
    return versions.stream().anyMatch(version -> version.stage().name().equals("RETIRED"));
  }

  public String getAlgorithm() {
    return algorithm;
  }

  public void setAlgorithm(String algorithm) {
    this.algorithm = algorithm;
  }
}
