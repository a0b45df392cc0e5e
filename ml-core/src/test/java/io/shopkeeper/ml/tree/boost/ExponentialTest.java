package io.shopkeeper.ml.tree.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

class ExponentialTest {

  @Property
  void softplusIsTheLogarithmOfOneMore(@ForAll @FloatRange(min = -87, max = 0) float x) {
    assertThat(Exponential.softplus(x)).isCloseTo(Math.log1p(Math.exp(x)), within(4e-7));
  }
}
