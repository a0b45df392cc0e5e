package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.CohortsView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who comes back. */
@Named
@RequestScoped
public class CohortsLook {

  /** Months after the first that are shown. */
  static final int MONTHS = 12;

  private static final int SHADES = 9;

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;
  @Inject private Formats formats;

  private CohortsView view;

  /**
   * A cell.
   *
   * @param text the share; empty where that month has not come yet
   * @param count customers
   * @param shade from 0 to 9; -1 for an empty one
   */
  public record Cell(String text, String count, int shade) {}

  /** A cohort. */
  public record Row(String month, long size, List<Cell> cells) {}

  @PostConstruct
  void begin() {
    view = behaviour.cohorts(page.getQuery());
  }

  public CohortsView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.customers() == 0;
  }

  /** The months after the first, as heads of columns. */
  public List<Integer> getMonths() {
    int most = Math.min(MONTHS, view.cohorts().size() - 1);
    return IntStream.rangeClosed(1, most).boxed().toList();
  }

  public List<Row> getRows() {
    double most = Math.max(greatest(), 1e-9);
    return view.cohorts().stream()
        .filter(cohort -> cohort.size() > 0)
        .map(cohort -> new Row(cohort.month().toString(), cohort.size(), cells(cohort, most)))
        .toList();
  }

  private List<Cell> cells(CohortsView.Cohort cohort, double most) {
    List<Cell> cells = new ArrayList<>();
    for (int month : getMonths()) {
      if (month >= cohort.active().size()) {
        cells.add(new Cell("", "", -1));
      } else {
        double share = share(cohort, month);
        cells.add(
            new Cell(
                formats.percent(share),
                words.format("behaviour.customers.of", cohort.active().get(month), cohort.size()),
                (int) Math.round(SHADES * share / most)));
      }
    }
    return cells;
  }

  private static double share(CohortsView.Cohort cohort, int month) {
    return cohort.size() == 0 ? 0 : (double) cohort.active().get(month) / cohort.size();
  }

  private double greatest() {
    return view.cohorts().stream()
        .flatMapToDouble(
            cohort ->
                IntStream.range(1, Math.min(MONTHS + 1, cohort.active().size()))
                    .mapToDouble(month -> share(cohort, month)))
        .max()
        .orElse(0);
  }

  /** What is left of all cohorts, month by month. */
  public Chart getCurve() {
    return Chart.lines(
            words.words().getString("behaviour.month"),
            getMonths().stream().map(String::valueOf).toList())
        .add(
            words.words().getString("behaviour.retention"),
            getMonths().stream()
                .map(month -> Math.round(1000 * view.retention(month)) / 10.0)
                .toList());
  }
}
