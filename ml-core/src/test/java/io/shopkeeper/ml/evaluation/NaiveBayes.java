package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Naive Bayes with normal distributions of numbers, for tests: fast, without randomness, and too
 * sure of itself where columns go together.
 */
public final class NaiveBayes implements TableAlgorithm<NaiveBayes.Options> {

  /**
   * Options.
   *
   * @param smoothing added to variances
   * @param sharpness what the logarithms of the odds are multiplied by; 1 is naive Bayes
   */
  public record Options(
      @Limits(least = 1e-9, most = 1e6, searchLeast = 1e-3, searchMost = 1e3, logarithmic = true)
          double smoothing,
      @Limits(least = 0, most = 10, searchLeast = 0.1, searchMost = 4) double sharpness) {

    public Options {
      WrongOptionException.unlessWithin("smoothing", smoothing, 1e-9, 1e6);
      WrongOptionException.unlessWithin("sharpness", sharpness, 0, 10);
    }
  }

  @Override
  public String name() {
    return "naive-bayes";
  }

  @Override
  public Map<String, Options> presets() {
    return Map.of("standard", new Options(1e-3, 1));
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.BINARY, Task.MULTICLASS);
  }

  @Override
  public TableModel train(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    listener.progress(0.5, "counting");
    if (data.rows() == 0) {
      throw new IllegalArgumentException("there must be at least 1 row");
    }
    var target = (ClassTarget) data.target();
    Schema schema = Schema.of(data.features());
    float[] rows = schema.rows(data.features());
    int width = schema.width();
    int classes = target.classes().size();
    double[] numbers = new double[1 + classes * (1 + 2 * width)];
    numbers[0] = options.sharpness();
    int[] counts = target.counts();
    for (int code = 0; code < classes; code++) {
      int base = 1 + code * (1 + 2 * width);
      numbers[base] = Math.log((counts[code] + 1.0) / (data.rows() + classes));
      for (int column = 0; column < width; column++) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < data.rows(); row++) {
          float value = rows[row * width + column];
          if (target.codes()[row] == code && !Float.isNaN(value)) {
            sum += value;
            squares += (double) value * value;
            count++;
          }
        }
        double mean = count == 0 ? 0 : sum / count;
        numbers[base + 1 + 2 * column] = mean;
        numbers[base + 2 + 2 * column] =
            count == 0 ? 1e6 : Math.max(0, squares / count - mean * mean) + options.smoothing();
      }
    }
    listener.measured("loss train", 1, 0);
    return new Model(schema, target.classes(), numbers);
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, name(), 1);
    Schema schema = Schema.read(in);
    int count = in.readInt();
    List<String> classes = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      classes.add(in.readUTF());
    }
    double[] numbers = StoredForm.readDoubles(in);
    if (numbers.length != 1 + count * (1 + 2 * schema.width())) {
      throw new IOException("damaged");
    }
    return new Model(schema, classes, numbers);
  }

  private record Model(Schema schema, List<String> classes, double[] numbers)
      implements TableModel {

    @Override
    public void predict(float[] rows, int offset, double[] result) {
      int width = schema.width();
      for (int code = 0; code < result.length; code++) {
        int base = 1 + code * (1 + 2 * width);
        double sum = numbers[base];
        for (int column = 0; column < width; column++) {
          float value = rows[offset + column];
          if (!Float.isNaN(value)) {
            double variance = numbers[base + 2 + 2 * column];
            double distance = value - numbers[base + 1 + 2 * column];
            sum -= 0.5 * (Math.log(variance) + distance * distance / variance);
          }
        }
        result[code] = numbers[0] * sum;
      }
      double greatest = Arrays.stream(result).max().orElse(0);
      double total = 0;
      for (int code = 0; code < result.length; code++) {
        result[code] = Math.exp(result[code] - greatest);
        total += result[code];
      }
      for (int code = 0; code < result.length; code++) {
        result[code] /= total;
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      StoredForm.writeHeader(out, "naive-bayes", 1);
      schema.write(out);
      out.writeInt(classes.size());
      for (String name : classes) {
        out.writeUTF(name);
      }
      StoredForm.write(out, numbers);
    }
  }
}
