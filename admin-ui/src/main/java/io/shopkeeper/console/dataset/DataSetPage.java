package io.shopkeeper.console.dataset;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One data set: what its columns look like and are for, its first rows, and what was trained on it.
 */
@Named("dataSet")
@RequestScoped
public class DataSetPage {

  private static final int SHOWN_ROWS = 8;
  private static final List<String> ROLES = List.of("feature", "target", "time", "left");

  @Inject private DataSets sets;
  @Inject private ModelRegistry registry;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private DataSetView data;
  private List<Map<String, String>> rows;

  @PostConstruct
  void begin() {
    data = sets.find(asked.text("name").orElse("")).orElse(null);
  }

  /** Says so where there is no such data set. */
  public void load() throws IOException {
    if (data == null) {
      NotFound.answer();
    }
  }

  /** Keeps what the columns are for. */
  public String assign() {
    me.require(Right.TRAIN_MODELS);
    try {
      List<String> targets = columnsAs("target");
      if (targets.size() != 1) {
        say.bad("dataSets.oneTarget");
        return null;
      }
      List<String> times = columnsAs("time");
      if (times.size() > 1) {
        say.bad("dataSets.oneTime");
        return null;
      }
      sets.assign(
          data.name(),
          new DataRoles(
              targets.getFirst(),
              asked.raw("positive").orElse(null),
              times.isEmpty() ? null : times.getFirst(),
              columnsAs("left")),
          me.getName());
      say.ok("dataSets.assigned");
      return "/data-set?name=" + data.name() + "&faces-redirect=true";
    } catch (InvalidInputException wrong) {
      wrong.errors().forEach(error -> say.badText(faults.say(error.message())));
      return null;
    }
  }

  private List<String> columnsAs(String role) {
    return data.columns().stream()
        .map(DataColumn::name)
        .filter(column -> role(column).equals(role))
        .toList();
  }

  /** Throws it away. */
  public String remove() {
    me.require(Right.TRAIN_MODELS);
    sets.remove(data.name(), me.getName());
    say.ok("dataSets.removed", data.name());
    return "/data-sets?faces-redirect=true";
  }

  /** What a column is for: as it was sent, or as it is kept. */
  public String role(String column) {
    return asked.raw("role." + column).filter(ROLES::contains).orElseGet(() -> kept(column));
  }

  private String kept(String column) {
    DataRoles roles = data.roles();
    if (column.equals(roles.target())) {
      return "target";
    }
    if (column.equals(roles.time())) {
      return "time";
    }
    boolean learnt = data.features().stream().anyMatch(each -> each.name().equals(column));
    return learnt ? "feature" : "left";
  }

  public List<String> getRoles() {
    return ROLES;
  }

  /** Values of the target of which one can be the positive one. */
  public List<String> getPositives() {
    DataColumn target = data.column(data.roles().target()).orElseThrow();
    return target.distinct() <= target.examples().size() ? target.examples() : List.of();
  }

  /** The first rows. */
  public List<Map<String, String>> getRows() {
    if (rows == null) {
      rows = sets.preview(data.name(), SHOWN_ROWS);
    }
    return rows;
  }

  /** What was trained on it, newest first. */
  public List<ModelVersionView> getVersions() {
    return registry.versions(data.model());
  }

  public DataSetView getData() {
    return data;
  }
}
