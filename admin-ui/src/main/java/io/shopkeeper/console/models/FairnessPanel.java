package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.boundary.Fairness;
import io.shopkeeper.prediction.boundary.FairnessView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a version treats groups alike: a part of the page that explains it. Column and threshold
 * are part of the address, so that what is seen can be shown to others.
 */
@Named("fairness")
@RequestScoped
public class FairnessPanel {

  @Inject private Fairness fairness;
  @Inject private DataSets sets;
  @Inject private Faults faults;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;

  private String model;
  private int version;
  private List<String> columns = List.of();
  private String problem = "";
  private FairnessView view;

  /**
   * How far groups lie apart in one respect.
   *
   * @param key of its words
   */
  public record Gap(String key, FairnessView.Gap gap) {}

  @PostConstruct
  void begin() {
    model = asked.text("name").orElse("");
    version = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    if (!me.may(Right.SEE_CUSTOMERS.name())) {
      problem = words.format("fairness.right");
      return;
    }
    problem = fairness.problem(model, version).map(faults::say).orElse("");
    if (problem.isEmpty()) {
      columns = sets.ofModel(model).map(fairness::columns).orElse(List.of());
      asked.text("group").ifPresent(this::look);
    }
  }

  private void look(String column) {
    try {
      view = fairness.of(model, version, column, threshold());
    } catch (InvalidInputException wrong) {
      problem = faults.say(wrong.errors().getFirst().message());
    } catch (ConflictException unsayable) {
      problem = faults.say(unsayable.getMessage());
    }
  }

  private double threshold() {
    try {
      return Double.parseDouble(getThreshold());
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** From which probability on a row is chosen, as it was typed. */
  public String getThreshold() {
    return asked.text("threshold").orElse(Double.toString(Fairness.USUAL_THRESHOLD));
  }

  /** What rows can be grouped by. */
  public List<String> getColumns() {
    return columns;
  }

  /** The column that is chosen; empty for none. */
  public String getColumn() {
    return asked.text("group").orElse("");
  }

  /** Why there is nothing to see; empty where there is. */
  public String getProblem() {
    return problem;
  }

  /** What was found; null before a column is chosen. */
  public FairnessView getView() {
    return view;
  }

  /** The name of a group for people. */
  public String group(String name) {
    return name.isEmpty() ? words.format("fairness.missing") : name;
  }

  /** The gaps, each with the words that say what it means. */
  public List<Gap> getGaps() {
    List<Gap> gaps = new ArrayList<>();
    gaps.add(new Gap("parity", view.demographicParity()));
    gaps.add(new Gap("opportunity", view.equalOpportunity()));
    gaps.add(new Gap("alarms", view.falseAlarms()));
    gaps.add(new Gap("calibration", view.calibration()));
    return gaps;
  }

  /** Names of the groups that are too small to be compared. */
  public String getSmall() {
    return String.join(
        ", ",
        view.groups().stream()
            .filter(group -> !group.compared())
            .map(group -> group(group.name()))
            .toList());
  }

  /** Rows that a group needs. */
  public int getLeast() {
    return Fairness.LEAST_ROWS;
  }

  /** The shares of the groups beside each other. */
  public Chart getChart() {
    List<String> names = view.groups().stream().map(group -> group(group.name())).toList();
    return Chart.groups(view.column(), names)
        .add(words.format("fairness.chosen"), shares(FairnessView.Group::chosen))
        .add(words.format("fairness.found"), shares(FairnessView.Group::found))
        .add(words.format("fairness.alarms"), shares(FairnessView.Group::falseAlarms));
  }

  private List<Double> shares(Function<FairnessView.Group, FairnessView.Share> share) {
    // A list that may hold nulls: not every group has every share.
    List<Double> shares = new ArrayList<>();
    view.groups().forEach(group -> shares.add(share.apply(group).value()));
    return shares;
  }
}
