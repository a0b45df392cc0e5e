package io.shopkeeper.catalog.boundary.quality;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;

/**
 * A monitor as it stands.
 *
 * @param field empty where the whole kind is meant
 * @param points its last values, oldest first; empty where there was nothing to measure
 * @param alert the alert that is not resolved; null where there is none
 */
public record MonitorView(
    long id,
    ImportKind kind,
    MonitorType type,
    String field,
    boolean on,
    double threshold,
    List<MeasurePoint> points,
    AlertView alert) {}
