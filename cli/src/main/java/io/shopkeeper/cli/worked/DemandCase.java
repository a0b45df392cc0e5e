package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandClass;
import io.shopkeeper.ml.forecast.DemandFigures;
import io.shopkeeper.ml.forecast.DemandForecast;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandMethod;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.DemandShop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What will be sold in the next weeks, foretold from several earlier weeks of a shop: of a file of
 * invoices, or of a made-up shop.
 */
public final class DemandCase implements WorkedCase {

  /** Weeks that are foretold from each origin. */
  public static final int HORIZON_WEEKS = 4;

  private static final int ORIGINS = 7;
  private static final int STEP = 2;
  private static final int PRODUCTS = 400;
  private static final int WEEKS = 110;

  private final Optional<DemandLog> file;

  DemandCase() {
    this(Optional.empty());
  }

  /**
   * Of a file.
   *
   * @param file what it says was sold; empty for the made-up shop
   */
  public DemandCase(Optional<DemandLog> file) {
    this.file = file;
  }

  @Override
  public String name() {
    return "demand";
  }

  @Override
  public Printed run(long seed) {
    DemandLog log = file.orElseGet(() -> DemandShop.of(PRODUCTS, WEEKS, seed).log());
    List<Integer> origins =
        IntStream.range(0, ORIGINS)
            .map(one -> log.end() - HORIZON_WEEKS - STEP * (ORIGINS - 1 - one))
            .boxed()
            .toList();
    return new DemandReport(
        seed,
        file.isPresent(),
        log.products().size(),
        origins,
        DemandAlgorithms.all().stream().map(one -> line(one, log, origins, seed)).toList());
  }

  private static DemandReport.Line line(
      DemandAlgorithm algorithm, DemandLog log, List<Integer> origins, long seed) {
    var line = new Measured(log.products().size());
    double seconds = 0;
    for (int origin : origins) {
      DemandLog known = log.asOf(origin);
      long began = System.nanoTime();
      DemandModel model =
          algorithm.train(known, algorithm.standard(), seed, TrainingListener.SILENT);
      seconds += (System.nanoTime() - began) / 1e9;
      line.add(model, log, origin);
    }
    return new DemandReport.Line(
        algorithm.name(), line.all, line.byWeek, line.byClass, line.byOrigin, line.counts, seconds);
  }

  /** What a model foretold of all products that were known for long enough. */
  private static final class Measured {

    private final DemandFigures all;
    private final List<DemandFigures> byWeek = new ArrayList<>();
    private final Map<DemandClass, DemandFigures> byClass = new EnumMap<>(DemandClass.class);
    private final List<DemandFigures> byOrigin = new ArrayList<>();
    private Map<DemandMethod, Long> counts = Map.of();

    Measured(int products) {
      all = new DemandFigures(products);
      for (int ahead = 0; ahead < HORIZON_WEEKS; ahead++) {
        byWeek.add(new DemandFigures(products));
      }
      for (DemandClass one : DemandClass.values()) {
        byClass.put(one, new DemandFigures(products));
      }
    }

    void add(DemandModel model, DemandLog log, int origin) {
      counts = model.counts();
      var fromHere = new DemandFigures(log.products().size());
      byOrigin.add(fromHere);
      List<Integer> places = new ArrayList<>();
      List<DemandLog.Product> asked = new ArrayList<>();
      for (int place = 0; place < log.products().size(); place++) {
        DemandLog.Product whole = log.products().get(place);
        var past = new DemandLog.Product(whole.id(), whole.history().before(origin));
        if (DemandFigures.measurable(past.history())) {
          places.add(place);
          asked.add(past);
        }
      }
      List<DemandForecast> forecasts = model.forecast(asked);
      for (int one = 0; one < places.size(); one++) {
        int place = places.get(one);
        DemandForecast forecast = forecasts.get(one);
        for (int ahead = 0; ahead < HORIZON_WEEKS; ahead++) {
          double came = log.products().get(place).history().in(origin + ahead).orElseThrow();
          for (DemandFigures figures :
              List.of(all, byWeek.get(ahead), byClass.get(forecast.regularity()), fromHere)) {
            figures.add(place, asked.get(one).history(), forecast, ahead, came);
          }
        }
      }
    }
  }
}
