package io.shopkeeper.console.overview;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Sparkline;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.quality.MonitorCards;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.HealthView;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.boundary.SystemHealth;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the shop is, and what needs somebody. */
@Named("overview")
@RequestScoped
public class OverviewPage {

  private static final int DAYS = 28;
  private static final int WEEK = 7;
  private static final int RECENT = 6;
  private static final int RECENT_ALERTS = 30;

  @Inject private BehaviourEvents events;
  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private Imports imports;
  @Inject private DataQuality quality;
  @Inject private MonitorCards cards;
  @Inject private Jobs jobs;
  @Inject private ModelRegistry registry;
  @Inject private SystemHealth health;
  @Inject private ApiKeys keys;
  @Inject private Me me;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Clock clock;

  private final List<Figure> figures = new ArrayList<>();
  private final List<Errand> errands = new ArrayList<>();
  private Map<LocalDate, Map<EventType, Long>> daily;
  private List<JobView> recentJobs;
  private LocalDate today;

  /**
   * A number with its recent way.
   *
   * @param change against the same weekday; empty where that says nothing
   * @param points of the small line; empty where there is none
   */
  public record Figure(String name, String value, String change, String points) {}

  /** Something that waits for a person, and where to do it. */
  public record Errand(String text, String act, String url) {}

  @PostConstruct
  void begin() {
    today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    daily = events.daily(DAYS + 1);
    recentJobs = jobs.recent(RECENT);
    addFigures();
    addErrands();
  }

  private void addFigures() {
    List<Long> all = new ArrayList<>();
    List<Long> purchases = new ArrayList<>();
    for (int ago = DAYS - 1; ago >= 0; ago--) {
      Map<EventType, Long> day = daily.getOrDefault(today.minusDays(ago), Map.of());
      all.add(day.values().stream().mapToLong(Long::longValue).sum());
      purchases.add(day.getOrDefault(EventType.PURCHASE, 0L));
    }
    figures.add(figure("overview.events", all));
    figures.add(figure("overview.purchases", purchases));
    figures.add(plain("overview.products", products.count()));
    figures.add(plain("overview.customers", customers.count()));
    figures.add(plain("overview.orders", orders.count()));
  }

  private Figure figure(String key, List<Long> days) {
    long now = days.getLast();
    long before = days.get(days.size() - 1 - WEEK);
    String change =
        before == 0
            ? ""
            : words.format(
                "overview.change",
                String.format("%+d", Math.round(100.0 * (now - before) / before)));
    return new Figure(
        words.words().getString(key), formats.count(now), change, Sparkline.points(days));
  }

  private Figure plain(String key, long value) {
    return new Figure(words.words().getString(key), formats.count(value), "", "");
  }

  private void addErrands() {
    long quarantined = imports.quarantineCount();
    if (quarantined > 0 && me.may("SEE_CUSTOMERS")) {
      errands.add(
          new Errand(
              words.format("errand.quarantine", quarantined),
              words.words().getString("errand.quarantine.act"),
              "quarantine"));
    }
    quality.alerts(RECENT_ALERTS).stream()
        .filter(alert -> alert.state() == AlertState.OPEN)
        .forEach(
            alert ->
                errands.add(
                    new Errand(
                        cards.sentence(alert),
                        words.words().getString("errand.alert.act"),
                        "monitors")));
    for (String name : registry.names()) {
      int live = registry.live(name).map(ModelVersionView::version).orElse(0);
      registry.versions(name).stream()
          .filter(version -> version.stage() == Stage.CANDIDATE && version.version() > live)
          .findFirst()
          .ifPresent(
              version ->
                  errands.add(
                      new Errand(
                          words.format(
                              "errand.candidate", words.of("model", name), version.version()),
                          words.words().getString("errand.candidate.act"),
                          "version?name=%s&version=%d".formatted(name, version.version()))));
    }
    if (registry.names().isEmpty()) {
      errands.add(
          new Errand(
              words.words().getString("errand.train"),
              words.words().getString("errand.train.act"),
              "models"));
    }
    if (me.may("MANAGE_KEYS")) {
      keys.endingSoon()
          .forEach(
              key ->
                  errands.add(
                      new Errand(
                          words.format("errand.key", key.name(), formats.time(key.expiresAt())),
                          words.words().getString("errand.key.act"),
                          "keys")));
    }
    Instant yesterday = clock.instant().minus(Duration.ofDays(1));
    recentJobs.stream()
        .filter(job -> job.state() == JobState.FAILED && job.createdAt().isAfter(yesterday))
        .forEach(
            job ->
                errands.add(
                    new Errand(
                        words.format("errand.job", words.job(job)),
                        words.words().getString("errand.job.act"),
                        "job?id=" + job.id())));
  }

  public List<Figure> getFigures() {
    return figures;
  }

  public List<Errand> getErrands() {
    return errands;
  }

  public List<JobView> getRecentJobs() {
    return recentJobs;
  }

  /** Events by kind over the last days. */
  public Chart getChart() {
    List<LocalDate> days = new ArrayList<>();
    for (int ago = DAYS - 1; ago >= 0; ago--) {
      days.add(today.minusDays(ago));
    }
    Chart chart =
        Chart.bars(
            words.words().getString("list.events.day"),
            days.stream().map(day -> day.toString().substring(5)).toList());
    for (EventType type :
        List.of(
            EventType.VIEW,
            EventType.FAVOURITE,
            EventType.CART,
            EventType.PURCHASE,
            EventType.RATING)) {
      chart.add(
          words.of("event", type),
          days.stream()
              .map(day -> daily.getOrDefault(day, Map.of()).getOrDefault(type, 0L))
              .toList());
    }
    return chart;
  }

  /** How each part is. */
  public HealthView getHealth() {
    return health.check();
  }

  /** The models that serve. */
  public List<ModelVersionView> getLive() {
    return registry.names().stream().flatMap(name -> registry.live(name).stream()).toList();
  }
}
