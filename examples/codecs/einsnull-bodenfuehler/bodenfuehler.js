// ECMAScript 5.1, as The Things Stack and ChirpStack run it. Called with the bytes of one uplink, without any memory of
// the ones before.
function signed(high, low) {
  var value = (high << 8) | low;
  return value > 0x7fff ? value - 0x10000 : value;
}

function decodeUplink(input) {
  var bytes = input.bytes;
  if (input.fPort !== 10) {
    return { data: {} };
  }
  if (bytes.length !== 6) {
    return { errors: ['expected 6 bytes, got ' + bytes.length] };
  }
  var battery = (bytes[0] << 8) | bytes[1];
  return {
    data: {
      batteryMillivolts: battery,
      soil: {
        moisture: ((bytes[2] << 8) | bytes[3]) / 10,
        temperature: signed(bytes[4], bytes[5]) / 100
      }
    },
    warnings: battery < 2900 ? ['battery is low'] : []
  };
}
