package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/** A part of a network: what it is, not what it has learnt. Immutable. */
public interface Layer {

  /** Values of a row that come in. */
  int inputs();

  /** Values of a row that go out. */
  int outputs();

  /** What it learns, in the order in which it is stored; empty where nothing. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Values of all its parameters. */
  default int length() {
    return parameters().stream().mapToInt(Parameter::length).sum();
  }

  /** Multiplications for a row, about: to decide how work is shared. */
  default long work() {
    return outputs();
  }

  /**
   * Sets its parameters to where learning begins, from {@code at} on; the array is all 0 before.
   */
  default void initialise(float[] values, int at, SplittableRandom random) {}

  /**
   * Makes it ready to compute.
   *
   * @param slot where its parameters and their gradients stand
   * @param rows of a mini-batch at most
   */
  Pass pass(Slot slot, int rows, Kernels kernels);
}
