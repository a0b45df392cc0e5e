package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Foretells demand. Immutable and safe for use by several threads. */
public final class DemandModel implements TrainedModel {

  /** Shorter histories are foretold, too, but nobody has measured how well. */
  public static final int FEWEST_WEEKS = Rehearsal.FEWEST_WEEKS;

  private static final int FORMAT = 1;

  private final String algorithm;
  private final int horizon;
  private final Map<String, DemandMethod> chosen;
  private final List<DemandMethod> usual;
  private final ErrorBands bands;
  private final Optional<BoostedDemand> trees;

  /**
   * A model.
   *
   * @param chosen methods by product
   * @param usual of products that are not among them, by {@link DemandClass}
   */
  DemandModel(
      String algorithm,
      int horizon,
      Map<String, DemandMethod> chosen,
      List<DemandMethod> usual,
      ErrorBands bands,
      Optional<BoostedDemand> trees) {
    this.algorithm = algorithm;
    this.horizon = horizon;
    this.chosen = new LinkedHashMap<>(chosen);
    this.usual = List.copyOf(usual);
    this.bands = bands;
    this.trees = trees;
  }

  /** The weeks that forecasts are about. */
  public int horizonWeeks() {
    return horizon;
  }

  /** Methods by product, as the rehearsal chose them. */
  public Map<String, DemandMethod> chosen() {
    return Map.copyOf(chosen);
  }

  /** How many products each method foretells; methods that none does are left out. */
  public Map<DemandMethod, Long> counts() {
    Map<DemandMethod, Long> counts = new EnumMap<>(DemandMethod.class);
    chosen.values().forEach(one -> counts.merge(one, 1L, Long::sum));
    return counts;
  }

  /**
   * What will be sold in the weeks from the end of a history.
   *
   * @param product its id
   * @param history at least one week
   */
  public DemandForecast forecast(String product, DemandHistory history) {
    return forecast(List.of(new DemandLog.Product(product, history))).getFirst();
  }

  /** The same of many products. */
  public List<DemandForecast> forecast(List<DemandLog.Product> products) {
    Map<DemandMethod, List<Integer>> places = new EnumMap<>(DemandMethod.class);
    for (int place = 0; place < products.size(); place++) {
      DemandLog.Product one = products.get(place);
      if (one.history().weeks() == 0) {
        throw new IllegalArgumentException("product %s: no week is known".formatted(one.id()));
      }
      places.computeIfAbsent(method(one), none -> new ArrayList<>()).add(place);
    }
    DemandForecast[] results = new DemandForecast[products.size()];
    places.forEach(
        (method, some) -> {
          List<DemandHistory> histories =
              some.stream().map(place -> products.get(place).history()).toList();
          double[][] expected =
              Rehearsal.Forecasts.of(histories, List.of(method), horizon, trees).get(method);
          for (int one = 0; one < expected.length; one++) {
            results[some.get(one)] = banded(method, histories.get(one), expected[one]);
          }
        });
    return List.of(results);
  }

  private DemandMethod method(DemandLog.Product product) {
    DemandMethod own = chosen.get(product.id());
    return own == null ? usual(DemandClass.of(product.history())) : own;
  }

  /** The method of products that nobody has rehearsed. */
  DemandMethod usual(DemandClass regularity) {
    return usual.get(regularity.place());
  }

  private DemandForecast banded(DemandMethod method, DemandHistory past, double[] expected) {
    List<DemandForecast.Band> all = new ArrayList<>();
    for (int level = 0; level < ErrorBands.LEVELS.size(); level++) {
      double[] low = new double[expected.length];
      double[] high = new double[expected.length];
      for (int ahead = 0; ahead < expected.length; ahead++) {
        double[] ends = bands.band(past, ahead, expected[ahead], level);
        low[ahead] = ends[0];
        high[ahead] = ends[1];
      }
      all.add(new DemandForecast.Band(ErrorBands.LEVELS.get(level), low, high));
    }
    return new DemandForecast(method, DemandClass.of(past), expected, all);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, algorithm, FORMAT);
    out.writeInt(horizon);
    out.writeInt(chosen.size());
    for (Map.Entry<String, DemandMethod> one : chosen.entrySet()) {
      out.writeUTF(one.getKey());
      out.writeByte(DemandMethod.all().indexOf(one.getValue()));
    }
    for (DemandMethod one : usual) {
      out.writeByte(DemandMethod.all().indexOf(one));
    }
    bands.write(out);
    out.writeBoolean(trees.isPresent());
    if (trees.isPresent()) {
      trees.get().write(out);
    }
  }

  static DemandModel read(String algorithm, DataInput in) throws IOException {
    StoredForm.readHeader(in, algorithm, FORMAT);
    int horizon = in.readInt();
    if (horizon < 1 || horizon > 13) {
      throw new IOException("damaged: a horizon of %d weeks".formatted(horizon));
    }
    int products = in.readInt();
    if (products < 0) {
      throw new IOException("damaged: %d products".formatted(products));
    }
    Map<String, DemandMethod> chosen = new LinkedHashMap<>();
    for (int one = 0; one < products; one++) {
      String id = in.readUTF();
      chosen.put(id, method(in));
    }
    List<DemandMethod> usual = new ArrayList<>();
    for (int one = 0; one < DemandClass.values().length; one++) {
      usual.add(method(in));
    }
    ErrorBands bands = ErrorBands.read(in, horizon);
    return new DemandModel(
        algorithm,
        horizon,
        chosen,
        usual,
        bands,
        in.readBoolean() ? Optional.of(BoostedDemand.read(in)) : Optional.empty());
  }

  private static DemandMethod method(DataInput in) throws IOException {
    int place = in.readByte();
    if (place < 0 || place >= DemandMethod.all().size()) {
      throw new IOException("damaged: there is no method %d".formatted(place));
    }
    return DemandMethod.all().get(place);
  }
}
