package de.einsnull.sensors.driver.modbus;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one instance. Labels are in {@code OSGI-INF/l10n/modbus*.properties}. */
@ObjectClassDefinition(
        name = "%driver.name",
        description = "%driver.description",
        localization = "OSGI-INF/l10n/modbus",
        pid = ModbusDriver.PID)
public @interface Settings {

    /** Name of the instance; devices are registered under it. */
    @AttributeDefinition(name = "%instance.name", description = "%instance.description")
    @SettingHint(instanceName = true)
    String sensors_instance();

    /** Name or address of the device or gateway. */
    @AttributeDefinition(name = "%host.name", description = "%host.description")
    @SettingHint(pattern = "[A-Za-z0-9.:_-]{1,255}")
    String host();

    /** TCP port. */
    @AttributeDefinition(name = "%port.name", description = "%port.description", min = "1", max = "65535")
    int port() default 502;

    /** {@code unit = id, name}; several may also stand in one text, separated by semicolons. */
    @AttributeDefinition(name = "%devices.name", description = "%devices.description")
    @SettingHint(pattern = "\\d{1,3}\\s*=.+")
    String[] devices();

    /** {@code channel = table address type order * factor, unit}; several may be separated by semicolons. */
    @AttributeDefinition(name = "%registers.name", description = "%registers.description")
    @SettingHint(pattern = "[^=]+=[^,]+,.+")
    String[] registers();

    /** Pause between two looks, seconds. */
    @AttributeDefinition(name = "%interval.name", description = "%interval.description", min = "1", max = "86400")
    @SettingHint(unit = "s")
    long interval_in_s() default 60;

    /** Longest time for connecting and for each answer, milliseconds. */
    @AttributeDefinition(name = "%timeout.name", description = "%timeout.description", min = "100", max = "10000")
    @SettingHint(unit = "ms")
    int timeout_in_ms() default 3000;
}
