package io.shopkeeper.ml.neural.optimiser;

/** The optimisers by name. */
public enum Method {
  /** Gradient descent with momentum {@value #MOMENTUM}; decay is a part of the gradient. */
  SGD {
    @Override
    public Optimiser over(int length) {
      return new Momentum(length, (float) MOMENTUM);
    }
  },
  /** Adam; decay is a part of the gradient. */
  ADAM {
    @Override
    public Optimiser over(int length) {
      return new Adam(length, false);
    }
  },
  /** Adam; decay is apart from the gradient. */
  ADAM_W {
    @Override
    public Optimiser over(int length) {
      return new Adam(length, true);
    }
  };

  private static final double MOMENTUM = 0.9;

  /** One for so many parameters. */
  public abstract Optimiser over(int length);
}
