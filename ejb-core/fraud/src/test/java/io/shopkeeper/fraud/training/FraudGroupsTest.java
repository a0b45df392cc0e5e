package io.shopkeeper.fraud.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.features.PaymentFeatures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FraudGroupsTest {

  private static float[] row(float guest, float known, float abroad) {
    float[] row = new float[PaymentFeatures.list().size()];
    row[PaymentFeatures.place("guest")] = guest;
    row[PaymentFeatures.place("customer.known_days")] = known;
    row[PaymentFeatures.place("other_country")] = abroad;
    return row;
  }

  /** 100 payments; the five highest scores are alerts: two guests, one of them fraud, three old. */
  @Test
  void countsAlertsAndFalseAlarmsOfEachGroup() {
    double[] scores = new double[100];
    int[] fraud = new int[100];
    float[][] features = new float[100][];
    for (int i = 0; i < 100; i++) {
      scores[i] = i / 1000.0;
      features[i] = row(0, i % 2 == 0 ? 60 : 10, i < 90 ? 0 : 1);
    }
    Arrays.fill(features, 0, 10, row(0, 0, Float.NaN));
    features[95] = row(1, Float.NaN, 1);
    features[96] = row(1, Float.NaN, 1);
    fraud[96] = 1;

    List<String> lines =
        new String(FraudGroups.of(scores, fraud, features).bytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(lines).hasSize(1 + 4 + 3);
    // By Wilson, of two of two and of one of one.
    assertThat(lines.get(1))
        .isEqualTo("known,guest,2,2,0.342380,1.00000,1,1,0.206549,1.00000,false");
    assertThat(lines.get(2)).startsWith("known,new,10,0,");
    assertThat(lines.get(3)).startsWith("known,month,44,2,");
    assertThat(lines.get(4)).startsWith("known,longer,44,1,");
    assertThat(lines.get(5)).startsWith("goes,home,80,0,").endsWith(",true");
    assertThat(lines.get(6)).startsWith("goes,abroad,10,5,").contains(",9,4,").endsWith(",false");
    assertThat(lines.get(7)).startsWith("goes,unknown,10,0,");
  }
}
