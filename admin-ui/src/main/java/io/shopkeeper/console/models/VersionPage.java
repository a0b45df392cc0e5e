package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.jobs.CurveChart;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.GateReport;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelComparison;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.boundary.StageChange;
import io.shopkeeper.platform.boundary.Trainable;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One version: what it reached beside the live one, from what it was made. */
@Named("version")
@RequestScoped
public class VersionPage {

  @Inject private ModelRegistry registry;
  @Inject @Any private Instance<Trainable> trainables;
  @Inject private ModelLook look;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private int number;
  private ModelVersionView version;
  private ModelVersionView live;
  private List<CurveChart> charts;
  private String reason;
  private boolean overGate;
  private String tags;
  private String notes;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    version = registry.find(name, number).orElse(null);
    live = registry.live(name).orElse(null);
    if (version != null) {
      tags = String.join(", ", version.tags());
      notes = version.notes();
    }
  }

  /** Says so where there is no such version. */
  public void load() throws IOException {
    if (version == null) {
      NotFound.answer();
    }
  }

  /** Lets it serve from now on. */
  public String promote() {
    me.require(Right.PROMOTE_MODELS);
    if (isRefused() && !overGate) {
      say.bad("gate.confirm.missing");
      return null;
    }
    return act(
        () -> registry.promote(name, number, me.getName(), reason, overGate), "version.promoted");
  }

  /** Lets the version before serve again. */
  public String rollBack() {
    me.require(Right.PROMOTE_MODELS);
    return act(() -> registry.rollback(name, me.getName(), reason), "models.rolledBack");
  }

  /** Chooses it to go live next. */
  public String stage() {
    me.require(Right.PROMOTE_MODELS);
    reason = "–";
    return act(() -> registry.stage(name, number, me.getName(), ""), "version.staged");
  }

  /** Does not choose it any longer. */
  public String unstage() {
    me.require(Right.PROMOTE_MODELS);
    reason = "–";
    return act(() -> registry.unstage(name, number, me.getName(), ""), "version.unstaged");
  }

  /** Keeps tags and notes. */
  public String write() {
    me.require(Right.DESCRIBE_MODELS);
    try {
      List<String> words =
          Arrays.stream((tags == null ? "" : tags).split("[,，]"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      registry.tag(name, number, words, me.getName());
      registry.note(name, number, notes, me.getName());
      say.ok("version.written");
    } catch (InvalidInputException wrong) {
      say.bad("version.words");
      return null;
    }
    return again();
  }

  private String act(java.util.function.Supplier<ModelVersionView> act, String done) {
    if (reason == null || reason.isBlank()) {
      say.bad("models.reason.missing");
      return null;
    }
    try {
      say.ok(done, act.get().version());
    } catch (ConflictException refused) {
      say.badText(refused.getMessage());
    }
    return again();
  }

  private String again() {
    return "/version?name=" + name + "&version=" + number + "&faces-redirect=true";
  }

  /** Metrics of all splits, with the live version's where that is another one. */
  public List<ModelComparison.Metric> getMetrics() {
    return ModelComparison.of(isCompared() ? live : version, version).metrics();
  }

  /** The curves, one picture for each measure, and the live version's beside them. */
  public List<CurveChart> getCharts() {
    if (charts == null) {
      charts = isCompared() ? look.curves(version, live) : look.curves(version);
    }
    return charts;
  }

  /** Whether another version serves, to stand beside this one. */
  public boolean isCompared() {
    return live != null && live.version() != number;
  }

  /** Whether a training with its settings can be started here. */
  public boolean isTrainable() {
    return trainables.stream()
        .anyMatch(
            one ->
                one.models().contains(name) && one.algorithms(name).contains(version.algorithm()));
  }

  /** Whether it says of itself how it predicts. */
  public boolean isExplained() {
    return version.filesRemovedAt() == null
        && version.files().stream().anyMatch(file -> file.name().equals("importance.csv"));
  }

  /** Whether it predicts rows that somebody may try. */
  public boolean isTried() {
    return name.startsWith(Words.PREDICTION) && version.stage() == Stage.LIVE;
  }

  /** What the quality gate found of it; null where nobody asked it. */
  public GateReport getGate() {
    return version.gate();
  }

  /** Whether the quality gate refuses it. */
  public boolean isRefused() {
    return version.gate() != null && version.gate().refused();
  }

  public boolean isPromotable() {
    return version.stage() != Stage.LIVE && version.filesRemovedAt() == null;
  }

  /** Whether it can be chosen to go live next. */
  public boolean isStageable() {
    return isPromotable() && version.stage() != Stage.STAGED;
  }

  /** The version that rolling back would let serve; null if this one is not live or none is. */
  public Integer getPrevious() {
    return version.stage() == Stage.LIVE ? registry.previous(name).orElse(null) : null;
  }

  /** What happened to it, newest first. */
  public List<StageChange> getHistory() {
    return registry.history(name).stream().filter(change -> change.version() == number).toList();
  }

  public ModelVersionView getData() {
    return version;
  }

  /** The version that serves; null if none does. */
  public ModelVersionView getLive() {
    return live;
  }

  public Map<String, String> getProvenance() {
    return new TreeMap<>(version.provenance());
  }

  public Map<String, String> getParameters() {
    return new TreeMap<>(version.hyperParameters());
  }

  public Map<String, Long> getRows() {
    return new TreeMap<>(version.data().rows());
  }

  public String getName() {
    return name;
  }

  public int getNumber() {
    return number;
  }

  public String getReason() {
    return null;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isOverGate() {
    return overGate;
  }

  public void setOverGate(boolean overGate) {
    this.overGate = overGate;
  }

  public String getTags() {
    return tags;
  }

  public void setTags(String tags) {
    this.tags = tags;
  }

  public String getNotes() {
    return notes;
  }

  public void setNotes(String notes) {
    this.notes = notes;
  }
}
