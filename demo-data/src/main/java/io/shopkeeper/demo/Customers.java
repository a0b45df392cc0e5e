package io.shopkeeper.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes customers up. */
final class Customers {

  private static final List<String> TASTES =
      List.of(
          "cook", "tea", "coffee", "home", "desk", "outdoor", "photo", "fashion", "sport", "reader",
          "audio", "garden", "family");
  private static final List<String> FIRST =
      List.of(
          "Anna", "Ben", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Ines", "Jonas",
          "Lena", "Marco", "Nora", "Oskar", "Paula", "Simon", "Tessa", "Viktor");
  private static final List<String> LAST =
      List.of(
          "Albrecht",
          "Bauer",
          "Costa",
          "Dubois",
          "Eklund",
          "Fischer",
          "Garcia",
          "Hansen",
          "Ivanova",
          "Jansen",
          "Keller",
          "Lindgren",
          "Moreau",
          "Novak",
          "Olsen",
          "Rossi",
          "Silva",
          "Weber");
  private static final List<String> FAMILY_ZH =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙");
  private static final List<String> GIVEN_ZH =
      List.of("伟", "芳", "娜", "静", "敏", "强", "磊", "洋", "勇", "艳", "杰", "涛", "明", "雪", "晨", "雨桐");
  private static final List<String> REGIONS_EN = List.of("DE", "FR", "NL", "ES", "SE", "IT", "GB");
  private static final List<String> REGIONS_ZH =
      List.of("CN-BJ", "CN-SH", "CN-GD", "CN-ZJ", "CN-SC");

  private Customers() {}

  static List<Customer> make(int count, Instant until, SplittableRandom random) {
    var customers = new ArrayList<Customer>(count);
    for (int number = 1; number <= count; number++) {
      customers.add(one(number, until, random));
    }
    return customers;
  }

  private static Customer one(int number, Instant until, SplittableRandom random) {
    boolean chinese = random.nextInt(100) < 45;
    String name =
        chinese
            ? pick(FAMILY_ZH, random) + pick(GIVEN_ZH, random)
            : pick(FIRST, random) + " " + pick(LAST, random);
    String id = String.format(Locale.ROOT, "c-%04d", number);
    return new Customer(
        id,
        name,
        id + "@demo.example",
        chinese ? "zh-CN" : "en",
        pick(chinese ? REGIONS_ZH : REGIONS_EN, random),
        until.minus(Duration.ofDays(random.nextInt(20, 700))),
        tastes(random),
        random.nextDouble(),
        0.5 + 4.5 * Math.pow(random.nextDouble(), 2));
  }

  private static Map<String, Double> tastes(SplittableRandom random) {
    var tastes = new LinkedHashMap<String, Double>();
    int count = 1 + random.nextInt(3);
    double left = 1;
    for (int i = 0; i < count; i++) {
      double share = i == count - 1 ? left : left * random.nextDouble(0.5, 0.8);
      tastes.merge(pick(TASTES, random), share, Double::sum);
      left -= share;
    }
    return tastes;
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
