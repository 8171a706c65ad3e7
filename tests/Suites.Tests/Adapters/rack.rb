# frozen_string_literal: true

# A faultless Rack gateway without a server: one request a line from standard input, one answer a line to standard output.
require 'json'
require 'stringio'

$stdout.sync = true
$app = nil
def run(app)
  $app = app
end
binding.eval(File.read(ARGV[0]), ARGV[0])

def serve(asked)
  env = {
    'REQUEST_METHOD' => asked['method'], 'SCRIPT_NAME' => +'', 'PATH_INFO' => asked['path'], 'QUERY_STRING' => asked['query'], 'SERVER_NAME' => 'h',
    'SERVER_PORT' => '80', 'rack.input' => StringIO.new([asked['content']].pack('H*')), 'rack.errors' => StringIO.new, **asked['env'].transform_values { |value| value&.encode('ISO-8859-1')&.b }
  }.compact
  sent = +''.b
  status, fields, body = 500, {}, nil
  begin
    status, fields, body = $app.call(env)
    body.each { |block| sent << block }
  rescue StandardError => e
    failed = "#{e.class.name}: #{e.message}"
  ensure
    body.close if body.respond_to?(:close)
  end
  lines = fields.flat_map { |name, values| values.split("\n", -1).map { |value| [name, value] } }
  { status: status.to_s, fields: lines, content: sent.unpack1('H*'), error: failed }
end

while (line = $stdin.gets)
  puts JSON.generate(serve(JSON.parse(line)))
end
