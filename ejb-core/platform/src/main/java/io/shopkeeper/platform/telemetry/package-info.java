/**
 * OpenTelemetry, behind {@code platform.boundary.Tracing}: no other package names it. Off unless an
 * exporter is configured by {@code OTEL_…} variables.
 */
package io.shopkeeper.platform.telemetry;
