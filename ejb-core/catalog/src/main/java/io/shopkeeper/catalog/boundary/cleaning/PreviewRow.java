package io.shopkeeper.catalog.boundary.cleaning;

import java.util.List;
import java.util.Map;

/** A row before and after cleaning, and which step did what. */
public record PreviewRow(
    Map<String, String> before, Map<String, String> after, List<StepEffect> effects) {}
