package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelBundles;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.StageChange;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.boundary.TasteDrift;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;

/** The versions of a model; taking in and rolling back. */
@Named("models")
@RequestScoped
public class ModelsPage {

  private static final int SHOWN_MEASURES = 12;

  @Inject private ModelRegistry registry;
  @Inject private ModelBundles bundles;
  @Inject private TasteDrift drift;
  @Inject @Any private Instance<Trainable> trainables;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private List<String> names;
  private String name;
  private String reason;
  private Part bundle;
  private List<ModelVersionView> versions;

  @PostConstruct
  void begin() {
    var all = new TreeSet<>(registry.names());
    trainables.forEach(trainable -> all.addAll(trainable.models()));
    names = List.copyOf(all);
    name = asked.text("name").orElse(RecommendationModels.RECOMMENDATION);
    versions = registry.versions(name);
  }

  /** Says so where there is no such model. */
  public void load() throws IOException {
    if (!names.contains(name)) {
      NotFound.answer();
    }
  }

  /** Lets the version before serve again. */
  public String rollBack() {
    me.require(Right.PROMOTE_MODELS);
    if (reason == null || reason.isBlank()) {
      say.bad("models.reason.missing");
      return null;
    }
    try {
      ModelVersionView live = registry.rollback(name, me.getName(), reason);
      say.ok("models.rolledBack", live.version());
    } catch (ConflictException nothingBefore) {
      say.badText(nothingBefore.getMessage());
    }
    return "/models?name=" + name + "&faces-redirect=true";
  }

  /** Measures drift now. */
  public String measureDrift() {
    me.require(Right.TRAIN_MODELS);
    drift
        .measure(me.getName())
        .ifPresentOrElse(
            measure -> say.ok("drift.measured", measure.shift()), () -> say.bad("drift.few"));
    return "/models?name=" + name + "&faces-redirect=true";
  }

  /** Whether drift is watched. */
  public boolean isDrifting() {
    return name.equals(RecommendationModels.RECOMMENDATION) && !versions.isEmpty();
  }

  /** The last measures of drift, newest first. */
  public List<DriftMeasure> getDrift() {
    return drift.recent(SHOWN_MEASURES);
  }

  /** Takes a bundle in as the next version. */
  public String upload() throws IOException {
    me.require(Right.SHARE_MODELS);
    if (bundle == null || bundle.getSize() == 0) {
      say.bad("models.upload.missing");
      return null;
    }
    try (InputStream in = bundle.getInputStream()) {
      ModelVersionView taken = bundles.upload(in, null, me.getName());
      say.ok("models.uploaded", taken.version());
      return "/version?name="
          + taken.name()
          + "&version="
          + taken.version()
          + "&faces-redirect=true";
    } catch (InvalidInputException refused) {
      say.bad("models.upload.refused", refused.getMessage());
    } catch (ConflictException untrusted) {
      say.badText(untrusted.getMessage());
    }
    return null;
  }

  /** All models. */
  public List<String> getNames() {
    return names;
  }

  public List<ModelVersionView> getVersions() {
    return versions;
  }

  public List<StageChange> getHistory() {
    return registry.history(name);
  }

  /** Whether it can be trained here. */
  public boolean isTrainable() {
    return trainables.stream().anyMatch(one -> one.models().contains(name));
  }

  /** The version that rolling back would let serve; null if there is none. */
  public Integer getPrevious() {
    return registry.previous(name).orElse(null);
  }

  /** The version that serves; null if none does. */
  public ModelVersionView getLive() {
    return registry.live(name).orElse(null);
  }

  public String getName() {
    return name;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Part getBundle() {
    return bundle;
  }

  public void setBundle(Part bundle) {
    this.bundle = bundle;
  }
}
