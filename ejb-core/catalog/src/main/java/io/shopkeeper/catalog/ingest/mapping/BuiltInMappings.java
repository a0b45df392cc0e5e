package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.ImportMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that come with the product: for well-known data sets, and as examples. */
public final class BuiltInMappings {

  private static final List<String> NAMES =
      List.of("uci-online-retail", "complete-journey", "demo-shop");

  private BuiltInMappings() {}

  /** All of them. */
  public static List<ImportMapping> all() {
    return NAMES.stream().map(BuiltInMappings::read).toList();
  }

  /** One by name. */
  public static Optional<ImportMapping> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static ImportMapping read(String name) {
    String path = "/io/shopkeeper/catalog/mappings/" + name + ".json";
    try (InputStream in = BuiltInMappings.class.getResourceAsStream(path)) {
      return MappingJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
