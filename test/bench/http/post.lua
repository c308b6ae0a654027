-- wrk's part of `npm run bench:http`: posts the file and Content-Type that stand behind `--`, and
-- prints what came of it as JSON in its last line.

function init(args)
  local file = assert(io.open(args[1], "rb"))
  wrk.method = "POST"
  wrk.body = file:read("*all")
  wrk.headers["Content-Type"] = args[2]
  file:close()
end

-- Times are in microseconds; `status` counts answers over 399, the other errors are the sockets'.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"duration":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests,
    summary.duration,
    latency:percentile(50),
    latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout
  ))
end
