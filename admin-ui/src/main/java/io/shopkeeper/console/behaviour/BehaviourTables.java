package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.prediction.boundary.behaviour.BasketsView;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.CohortsView;
import io.shopkeeper.prediction.boundary.behaviour.LiveView;
import io.shopkeeper.prediction.boundary.behaviour.RfmCustomer;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.SessionsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each view as rows, the head first. Numbers are plain; names are in the reader's language. */
@RequestScoped
public class BehaviourTables {

  private static final int MOST_PATHS = 1000;

  @Inject private Behaviour behaviour;
  @Inject private Words words;
  @Inject private Titles titles;

  /** The rows of what is asked for. */
  public List<List<Object>> of(BehaviourAsk ask) {
    return switch (ask.view()) {
      case FUNNEL -> funnel(ask);
      case PATHS -> paths(ask);
      case SESSIONS -> sessions(behaviour.sessions(ask.query()));
      case COHORTS -> cohorts(behaviour.cohorts(ask.query()));
      case RFM ->
          ask.group()
              .map(group -> customers(behaviour.rfmCustomers(ask.query(), group)))
              .orElseGet(() -> rfm(behaviour.rfm(ask.query())));
      case BASKETS -> baskets(ask);
      case LIVE -> live(behaviour.live(ask.query()));
    };
  }

  private List<Object> head(String... keys) {
    return Stream.of(keys).<Object>map(key -> words.words().getString("behaviour." + key)).toList();
  }

  private List<List<Object>> funnel(BehaviourAsk ask) {
    var view = behaviour.funnel(ask.query(), ask.steps(), ask.within());
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("step", view.sessions() ? "sessions" : "people"));
    view.steps().forEach(step -> rows.add(List.of(words.of("did", step.type()), step.count())));
    return rows;
  }

  private List<List<Object>> paths(BehaviourAsk ask) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("path", "sessions", "share"));
    behaviour
        .paths(ask.query(), ask.depth(), MOST_PATHS)
        .paths()
        .forEach(
            path ->
                rows.add(
                    List.of(
                        path.steps().stream()
                                .map(step -> words.of("did", step))
                                .collect(Collectors.joining(" > "))
                            + (path.more() ? " > …" : ""),
                        path.sessions(),
                        path.share())));
    return rows;
  }

  private List<List<Object>> sessions(SessionsView view) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("what", "which", "number"));
    for (Object[] each :
        new Object[][] {
          {"sessions", view.sessions()},
          {"people", view.people()},
          {"acts", view.acts()},
          {"single", view.single()},
          {"converted", view.converted()},
          {"median", view.median().toSeconds()}
        }) {
      rows.add(List.of(words.words().getString("behaviour." + each[0]), "", each[1]));
    }
    String lengths = words.words().getString("behaviour.lengths");
    view.lengths()
        .forEach(one -> rows.add(List.of(lengths, SessionsLook.name(one), one.sessions())));
    String hours = words.words().getString("behaviour.hours");
    for (int day = 0; day < view.hours().size(); day++) {
      for (int hour = 0; hour < view.hours().get(day).size(); hour++) {
        rows.add(
            List.of(hours, DayOfWeek.of(day + 1) + " " + hour, view.hours().get(day).get(hour)));
      }
    }
    return rows;
  }

  private List<List<Object>> cohorts(CohortsView view) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("cohort", "month", "customers", "share"));
    for (CohortsView.Cohort cohort : view.cohorts()) {
      for (int month = 0; month < cohort.active().size() && cohort.size() > 0; month++) {
        long active = cohort.active().get(month);
        rows.add(
            List.of(cohort.month().toString(), month, active, (double) active / cohort.size()));
      }
    }
    return rows;
  }

  private List<List<Object>> rfm(RfmView view) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("recency", "frequency", "group", "customers", "orders", "amount"));
    view.cells()
        .forEach(
            cell ->
                rows.add(
                    List.of(
                        cell.recency(),
                        cell.frequency(),
                        words.of("rfmGroup", cell.group()),
                        cell.customers(),
                        cell.orders(),
                        cell.amount().toPlainString())));
    return rows;
  }

  private List<List<Object>> customers(List<RfmCustomer> customers) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        head(
            "customer",
            "group",
            "recency",
            "frequency",
            "money.score",
            "last",
            "orders",
            "amount"));
    customers.forEach(
        one ->
            rows.add(
                List.of(
                    one.id(),
                    words.of("rfmGroup", one.group()),
                    one.recency(),
                    one.frequency(),
                    one.money(),
                    one.last().toString(),
                    one.orders(),
                    one.amount().toPlainString())));
    return rows;
  }

  private List<List<Object>> baskets(BehaviourAsk ask) {
    BasketsView view = behaviour.baskets(ask.query(), ask.supportShare(), ask.confidenceShare());
    titles.learn(
        view.rules().stream()
            .flatMap(rule -> Stream.of(rule.left(), rule.right()))
            .collect(Collectors.toSet()));
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("left", "left.id", "right", "right.id", "both", "support", "confidence", "lift"));
    view.rules()
        .forEach(
            rule ->
                rows.add(
                    List.of(
                        titles.of(rule.left()),
                        rule.left(),
                        titles.of(rule.right()),
                        rule.right(),
                        rule.both(),
                        rule.support(),
                        rule.confidence(),
                        rule.lift())));
    return rows;
  }

  private List<List<Object>> live(LiveView view) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(head("minute", "acts"));
    for (int i = 0; i < view.minutes().size(); i++) {
      Instant begin = view.asOf().minus(Duration.ofMinutes(view.minutes().size() - (long) i));
      rows.add(List.of(begin.toString(), view.minutes().get(i)));
    }
    return rows;
  }
}
