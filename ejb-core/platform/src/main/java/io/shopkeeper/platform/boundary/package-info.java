/**
 * What the other modules may use of the platform: clock, data directory, jobs, model registry,
 * identity, API keys, audit. Uses the platform's own packages only.
 */
package io.shopkeeper.platform.boundary;
