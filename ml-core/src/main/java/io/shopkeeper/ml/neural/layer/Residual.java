package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * y = x + f(x), f being layers one after the other (He, Zhang, Ren, Sun: Deep Residual Learning for
 * Image Recognition, CVPR 2016). What is random in f differs from other layers of the network.
 *
 * @param layers of f; it gives as many values as it takes
 */
public record Residual(List<Layer> layers) implements Layer {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  public Residual {
    layers = List.copyOf(layers);
    if (layers.getFirst().inputs() != layers.getLast().outputs()) {
      throw new IllegalArgumentException(
          "a residual takes %d values, but gives %d"
              .formatted(layers.getFirst().inputs(), layers.getLast().outputs()));
    }
  }

  @Override
  public int inputs() {
    return layers.getFirst().inputs();
  }

  @Override
  public int outputs() {
    return inputs();
  }

  @Override
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  @Override
  public long work() {
    return layers.stream().mapToLong(Layer::work).sum();
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    int place = at;
    for (Layer layer : layers) {
      layer.initialise(values, place, random);
      place += layer.length();
    }
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    var passes = new Pass[layers.size()];
    int at = slot.offset();
    for (int place = 0; place < passes.length; place++) {
      var own = new Slot(slot.values(), slot.gradients(), at);
      passes[place] = layers.get(place).pass(own, rows, kernels);
      at += layers.get(place).length();
    }
    return new Adding(passes, new float[rows * inputs()], GOLDEN * slot.offset());
  }

  private final class Adding implements Pass {
    private final Pass[] passes;
    private final float[] output;
    private final float[] kept;
    private final long salt;

    Adding(Pass[] passes, float[] output, long salt) {
      this.passes = passes;
      this.output = output;
      this.kept = new float[output.length];
      this.salt = salt;
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      var own = new Mode(mode.training(), mode.seed() ^ salt, mode.share());
      float[] values = input;
      for (Pass pass : passes) {
        values = pass.forward(values, rows, own);
      }
      for (int i = 0; i < rows * inputs(); i++) {
        output[i] = input[i] + values[i];
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      int length = rows * inputs();
      System.arraycopy(upstream, 0, kept, 0, length);
      float[] gradient = upstream;
      for (int place = passes.length - 1; place >= 0; place--) {
        gradient = passes[place].backward(gradient, rows, onward || place > 0);
      }
      for (int i = 0; onward && i < length; i++) {
        gradient[i] += kept[i];
      }
      return onward ? gradient : NONE;
    }
  }
}
