package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * How a file becomes the shop's records: one target for each kind that it feeds.
 *
 * @param name lower case letters, digits and hyphens
 * @param titleEn for people
 * @param titleZh for people, in Chinese
 */
public record ImportMapping(
    String name, String titleEn, String titleZh, List<MappingTarget> targets) {

  public ImportMapping {
    targets = targets == null ? List.of() : List.copyOf(targets);
  }
}
