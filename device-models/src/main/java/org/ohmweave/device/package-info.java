/**
 * Memristive devices: a law is stateless physics ({@link org.ohmweave.device.DeviceModel}), a
 * population is arrays ({@link org.ohmweave.device.DeviceBank}).
 */
@NullMarked
package org.ohmweave.device;

import org.jspecify.annotations.NullMarked;
