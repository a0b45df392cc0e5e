package io.shopkeeper.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** All products of the demo shop, by kind. */
final class Assortment {

  private record Brand(String department, String en, String zh) {}

  private final Map<String, ProductType> types = new LinkedHashMap<>();
  private final Map<String, List<Product>> byType = new LinkedHashMap<>();
  private final List<Product> products = new ArrayList<>();

  Assortment(SplittableRandom random) {
    List<Colour> colours = Colour.all();
    List<Brand> brands =
        Table.read("brands.tsv").stream()
            .map(row -> new Brand(row.get("path"), row.get("en"), row.get("zh")))
            .toList();
    for (ProductType type : ProductType.all()) {
      types.put(type.key(), type);
      List<Colour> palette =
          colours.stream().filter(colour -> colour.palette().equals(type.palette())).toList();
      List<Brand> makers =
          brands.stream().filter(brand -> brand.department().equals(type.department())).toList();
      int firstColour = random.nextInt(palette.size());
      var variants = new ArrayList<Product>();
      for (int variant = 0; variant < type.variants(); variant++) {
        Brand brand = makers.get(variant % makers.size());
        variants.add(
            new Product(
                "%s-%d".formatted(type.key(), variant + 1),
                type,
                palette.get((firstColour + variant) % palette.size()),
                brand.en(),
                brand.zh(),
                price(type, variant, random),
                random.nextInt(100) < 4 ? 0 : random.nextInt(3, 120),
                random.nextDouble(3.2, 4.8),
                1 / Math.pow(1 + random.nextInt(type.variants()), 0.7)));
      }
      byType.put(type.key(), List.copyOf(variants));
      products.addAll(variants);
    }
  }

  /** Up the range from variant to variant, ending in .90 or .00. */
  private static BigDecimal price(ProductType type, int variant, SplittableRandom random) {
    double step = (variant + random.nextDouble(0.2, 0.8)) / type.variants();
    long whole = Math.round(type.low() * Math.pow(type.high() / type.low(), step));
    BigDecimal price = BigDecimal.valueOf(whole).setScale(2, RoundingMode.UNNECESSARY);
    return whole < 100 ? price.subtract(new BigDecimal("0.10")) : price;
  }

  List<Product> products() {
    return products;
  }

  List<ProductType> types() {
    return List.copyOf(types.values());
  }

  ProductType type(String key) {
    return types.get(key);
  }

  List<Product> of(ProductType type) {
    return byType.get(type.key());
  }
}
