package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.ClassFigures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.worked.PurchaseShop;
import java.util.ArrayList;
import java.util.List;

/**
 * Purchase prediction: 200,000 meetings of 10,000 customers of 3 features and 5,000 products of 2,
 * and whether each ended in a purchase.
 */
final class PurchaseCase implements WorkedCase {

  private static final int CUSTOMERS = 10_000;
  private static final int PRODUCTS = 5_000;
  private static final int ROWS = 200_000;
  private static final double HELD = 0.2;
  private static final double PUBLISHED = 0.9;

  /** Those of these names that this version has. */
  private static final List<String> SHOWN = List.of("logistic-regression", "multilayer-perceptron");

  @Override
  public String name() {
    return "purchase";
  }

  @Override
  public Printed run(long seed) {
    PurchaseShop shop = PurchaseShop.of(CUSTOMERS, PRODUCTS, ROWS, seed);
    Fold fold = Holdout.random(ROWS, HELD, seed);
    LabelledTable train = shop.rows().select(fold.train());
    LabelledTable test = shop.rows().select(fold.test());
    List<WorkedReport.Model> models = new ArrayList<>();
    for (String shown : SHOWN) {
      TableAlgorithms.find(shown)
          .ifPresent(algorithm -> models.add(measured(algorithm, train, test, seed)));
    }
    return new AccuracyPrint(
        new WorkedReport(
            "purchase",
            "accuracy: the share of held-out meetings whose purchase or not is foreseen",
            train.rows(),
            test.rows(),
            shop.optimum(fold.test()),
            PUBLISHED,
            models),
        seed);
  }

  private static <O extends Record> WorkedReport.Model measured(
      TableAlgorithm<O> algorithm, LabelledTable train, LabelledTable test, long seed) {
    var listener = new CurveListener();
    long began = System.nanoTime();
    TableModel model = algorithm.train(train, algorithm.standard(), seed, listener);
    double seconds = (System.nanoTime() - began) / 1e9;
    int[] codes = ((ClassTarget) test.target()).codes();
    var figures = new ClassFigures(model.predict(test.features()), codes);
    Interval interval = figures.intervals(new Bootstrap(seed)).get("accuracy");
    return new WorkedReport.Model(
        algorithm.name(), figures.all().get("accuracy"), interval, seconds, listener.curves());
  }
}
