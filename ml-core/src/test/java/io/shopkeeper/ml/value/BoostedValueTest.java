package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoostedValueTest extends CustomerValueContract<BoostedValue.Options> {

  @Override
  protected BoostedValue algorithm() {
    return new BoostedValue();
  }

  @Override
  protected BoostedValue.Options options() {
    return new BoostedValue.Options(90, 3, 40, 0.1, 3, 10, 1, 0.1);
  }

  @Override
  protected double slack() {
    return 0.2;
  }

  @Test
  void tooLittleIsSaid() {
    assertThatThrownBy(() -> train(PlantedShop.log(20, 3)))
        .hasMessageContaining("before the last 90 days");
  }

  /** A feature that looked beyond the day would change when what follows changes. */
  @Test
  void featuresDoNotSeeWhatFollows() {
    List<PurchaseHistory> whole = PlantedShop.whole(300, 6).customers();
    for (PurchaseHistory one : whole) {
      int day = one.days()[0] + 40;
      float[] now = ValueFeatures.row(ValueFeatures.Seen.of(one, day));
      float[] alone = ValueFeatures.row(ValueFeatures.Seen.of(one.before(day), day));
      for (int i = 0; i < now.length; i++) {
        assertThat((Float) alone[i]).as(ValueFeature.ALL.get(i).name()).isEqualTo((Float) now[i]);
      }
    }
  }
}
