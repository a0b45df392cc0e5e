package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.family.ImageAlgorithms;
import io.shopkeeper.ml.image.ImageAlgorithm;
import io.shopkeeper.ml.image.ImageModel;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what images show. */
@Command(
    name = "image",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what images show, and prints how well.",
      "A folder or zip with one folder for each class, of photographs (JPEG, PNG, GIF, BMP); or two",
      "files, images and labels in IDX form, as of MNIST and Fashion-MNIST, plain or gzipped."
    })
final class ImageCommand implements Callable<Integer> {

  /** Images that are looked at one by one, for the time of one. */
  private static final int TIMED = 1000;

  private static final int LEAST_SIDE = 8;
  private static final int MOST_SIDE = 512;
  private static final int COLOURS = 3;

  @Mixin private RunOptions options;

  @Option(
      names = "--train",
      required = true,
      arity = "1..2",
      paramLabel = "FILE",
      description = "A folder or zip to learn from; or images and their labels.")
  private List<String> train;

  @Option(
      names = "--test",
      required = true,
      arity = "1..2",
      paramLabel = "FILE",
      description = "The same, to test with.")
  private List<String> test;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Learn from the first N training images. Default: from all.")
  private Integer limit;

  @Option(
      names = "--side",
      paramLabel = "PIXELS",
      defaultValue = "64",
      description = "Width and height that photographs are scaled to. Default: ${DEFAULT-VALUE}.")
  private int side;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    if (limit != null && limit < 1) {
      throw new WrongUsageException("--limit must be at least 1, but is " + limit);
    }
    if (side < LEAST_SIDE || side > MOST_SIDE) {
      throw new WrongUsageException(
          "--side must be %d to %d, but is %d".formatted(LEAST_SIDE, MOST_SIDE, side));
    }
    int most = limit == null ? Integer.MAX_VALUE : limit;
    ImageData data = ImageData.read(train, test, new ImageSize(side, side, COLOURS), most);
    List<String> known = ImageAlgorithms.all().stream().map(ImageAlgorithm::name).toList();
    var task = new Task(spec, options, known, known.getFirst());
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "image", "truth", "prediction")) {
      return task.run(
          "image",
          data.summary(),
          task.chosen(),
          algorithm -> measure(algorithm, known.getFirst(), data, predictions));
    }
  }

  private Outcome measure(
      String algorithm, String standard, ImageData data, PredictionFile predictions) {
    Stopwatch watch = Stopwatch.start();
    ImageModel model = train(ImageAlgorithms.find(algorithm).orElseThrow(), standard, data.train());
    double training = watch.lap();
    double[][] found = model.predict(data.test().images());
    double predicting = watch.lap();
    long peak = Stopwatch.peakMegabytes();
    List<String> classes = data.test().target().classes();
    for (int i = 0; i < found.length; i++) {
      String truth = classes.get(data.test().target().codes()[i]);
      predictions.write(algorithm, i, truth, classes.get(likeliest(found[i])));
    }
    Figures figures = Figures.of(data.test().target(), found);
    Map<String, Double> metrics = new LinkedHashMap<>(figures.all());
    metrics.put("ms_per_image", millisecondsOfOne(model, data.test()));
    var intervals = new LinkedHashMap<String, double[]>();
    figures
        .intervals(new Bootstrap(options.seed))
        .forEach((name, ends) -> intervals.put(name, new double[] {ends.low(), ends.high()}));
    return new Outcome(algorithm, metrics, intervals, training, predicting, peak);
  }

  private <O extends Record> ImageModel train(
      ImageAlgorithm<O> algorithm, String standard, LabelledImages images) {
    return algorithm.train(
        images, options.optionsOf(algorithm, standard), options.seed, TrainingListener.SILENT);
  }

  private static int likeliest(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  /** One by one, as a shop asks; after the whole test, so that the code is compiled. */
  private static double millisecondsOfOne(ImageModel model, LabelledImages test) {
    List<byte[]> images = test.images().values();
    int count = Math.min(TIMED, images.size());
    double[] result = new double[model.classes().size()];
    for (byte[] image : images.subList(0, count)) {
      model.predict(image, result);
    }
    Stopwatch watch = Stopwatch.start();
    for (byte[] image : images.subList(0, count)) {
      model.predict(image, result);
    }
    return 1000 * watch.lap() / Math.max(1, count);
  }
}
