package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.chart.Grid;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.SessionsView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.stream.IntStream;

/** What sessions are like. */
@Named
@RequestScoped
public class SessionsLook {

  private static final int HOURS = 24;

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;
  @Inject private Reader reader;

  private SessionsView view;

  @PostConstruct
  void begin() {
    view = behaviour.sessions(page.getQuery());
  }

  public SessionsView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.sessions() == 0;
  }

  /** How long half of the sessions are at most. */
  public String getMedian() {
    Duration median = view.median();
    return median.toMinutes() == 0
        ? words.format("behaviour.seconds", median.toSeconds())
        : words.format("behaviour.minutes", median.toMinutes(), median.toSecondsPart());
  }

  /** By number of acts. */
  public Chart getLengths() {
    return Chart.groups(
            words.words().getString("behaviour.acts"),
            view.lengths().stream().map(SessionsLook::name).toList())
        .add(
            words.words().getString("behaviour.sessions"),
            view.lengths().stream().map(SessionsView.Length::sessions).toList());
  }

  static String name(SessionsView.Length length) {
    if (length.to() == 0) {
      return length.from() + "+";
    }
    return length.from() == length.to()
        ? Integer.toString(length.from())
        : length.from() + "–" + length.to();
  }

  /** By weekday and hour. */
  public Grid getHours() {
    Grid grid =
        Grid.heatMap(
            words.words().getString("behaviour.weekday"),
            IntStream.range(0, HOURS).mapToObj(Integer::toString).toList());
    for (int day = 0; day < view.hours().size(); day++) {
      grid.add(
          DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, reader.getLocale()),
          view.hours().get(day));
    }
    return grid;
  }
}
